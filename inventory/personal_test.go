package inventory

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What is personal and what is left of the text without it.
func TestScrub(t *testing.T) {
	for kind, cases := range map[textKind]map[string]string{
		aboutPlace: {
			"a.example@example.org":                    "",
			"Jane Doe <jane@corp.example>":             "",
			"jane.doe@contoso":                         "",
			`EXAMPLE\aexample`:                         "",
			`corp\jdoe2`:                               "",
			`CONTOSO\Jane`:                             "",
			"020 7946 0917":                            "",
			"+44 (0)20 7946 0917":                      "",
			"Leeds, tel. 01632 960983":                 "",
			"613-555-0917":                             "",
			"(613) 555-0917":                           "",
			"01 23 45 67 89":                           "",
			"04 12 34 56 78":                           "",
			"(02) 5550 1234":                           "",
			"021 123 4567":                             "",
			"07700900123":                              "",
			"Staff: A. Example":                        "",
			"Student: Jane Doe":                        "",
			"Utilisateur : Jeanne Dupont":              "",
			"Élève: Jeanne":                            "",
			"Assigned to Jane Doe":                     "",
			"c/o Jane Doe":                             "",
			"Room: 71":                                 "",
			"Room 71":                                  "",
			"Building 4, Room 71":                      "Building 4",
			"Bâtiment B - bureau 214":                  "Bâtiment B",
			"Leeds Town Hall, desk 12B":                "Leeds Town Hall",
			"Remote - J Smith":                         home,
			"Remote – J Smith":                         home,
			"Home of Jane Doe":                         home,
			"Home: 12 High Street":                     home,
			"Home (Jane Doe)":                          home,
			"Home, 12 High Street":                     home,
			"Jane Doe (home)":                          home,
			"Jane Doe - WFH":                           home,
			"Jane's home":                              home,
			"Télétravail - Jeanne Dupont":              home,
			"Domicile de Jeanne Dupont":                home,
			"chez Jeanne":                              home,
			"12 Acacia Avenue, Leeds":                  "Leeds",
			"12 Acacia Avenue, Leeds LS1 4AP":          "Leeds",
			"Flat 3, 12 Acacia Ave":                    "Flat 3",
			"1 rue de la Paix, 75002 Paris":            "Paris",
			"12 bis, avenue Foch":                      "",
			"90 Elgin Street, Ottawa ON K1A 0B1":       "Ottawa ON",
			"1600 Example Ave NW, Washington DC 20500": "Washington DC",
			"5 Example Street, Parkes ACT 2600":        "Parkes ACT",
			"8 Example Quay, Wellington 6011":          "Wellington",
			"Leeds LS1 4AP":                            "Leeds",
			"Jane's laptop":                            "",
			"Doe, Jane":                                "",
			"Dr Smith":                                 "",
			"Mrs J Smith":                              "",
			"Mme Dupont":                               "",
			"10.20.30.40":                              "",
			"Leeds 10.20.30.40":                        "Leeds",
			"fe80::1ff:fe23:4567:890a":                 "",
			"2001:db8::1":                              "",
			"00:1A:2B:3C:4D:5E":                        "",
			"001a.2b3c.4d5e":                           "",
			"001A2B3C4D5E":                             "",
			"356938035643809":                          "",
		},
		aboutThing: {
			"Jane's laptop":                        "laptop",
			"Jane Doe’s MacBook Pro":               "MacBook Pro",
			"Jane laptop":                          "laptop",
			"iPhone de Jeanne":                     "iPhone",
			"PC de Mme Dupont":                     "PC",
			"LAPTOP-JSMITH":                        "LAPTOP",
			"DESKTOP-7A8B9C2":                      "DESKTOP",
			"JSMITH-LAPTOP":                        "LAPTOP",
			"JDOE01-PC":                            "PC",
			"Latitude 5420 (S/N: 2XH3DK3)":         "Latitude 5420",
			"Latitude 5420 SN 2XH3DK3":             "Latitude 5420",
			"Latitude 5420, service tag 2XH3DK3":   "Latitude 5420",
			"iPhone 13 IMEI 356938035643809":       "iPhone 13",
			"iPhone 13 35-693803-564380-9":         "iPhone 13",
			"AP-515 00-1A-2B-3C-4D-5E":             "AP-515",
			"LaserJet 4250 10.20.30.40":            "LaserJet 4250",
			"Galaxy 89014103211118510720":          "Galaxy",
			"Gizmo for c.example@example.org":      "",
			"3f2504e0-4f89-11d3-9a0c-0305e82c3301": "",
			"Staff: Jane Doe":                      "",
		},
		aboutGroup: {
			"Jane's laptop":    "",
			"Remote - J Smith": "",
			"Doe, Jane":        "",
			"Owner: Jane Doe":  "",
			"Finance, Room 12": "Finance",
			"jane@example.org": "",
			"Finance K1A 0B1":  "Finance",
		},
		aboutOther: {
			"jane@example.org": "",
			"+44 20 7946 0000": "",
		},
	} {
		for text, want := range cases {
			got, changed := scrub(text, kind)
			if got != want || !changed {
				t.Errorf("scrub(%q, %d) = %q, %v; want %q", text, kind, got, changed, want)
			}
		}
	}
}

// What stays: names of places, departments and things as they are in Britain,
// Canada, France, Australia and New Zealand, some of them called after people.
func TestScrubLeavesAlone(t *testing.T) {
	for kind, texts := range map[textKind]string{
		aboutPlace: `St. James House|Dr Gray's Hospital|Jean Talon Building|St James's Park|Great Ormond Street Hospital|Marsham Street|Downing Street|Guy's Hospital|King's Cross|Addenbrooke's Hospital
			|Home Office|Home Office - Croydon|Nursing Home|Meadowview Care Home|Children's Home|St Mary's Home|Remote Sensing Unit|Home Farm|Homerton Hospital|Caxton House|Victoria Quay|St Andrew's House|Tŷ Hywel|Milton Keynes|Bury St Edmunds
			|Canary Wharf, London|Melbourne, Victoria|Perth, Western Australia|Leeds, Yorkshire|Paris, France|Ottawa, Ontario|London|Home|Remote|Building 4|Block B|Site 017|Floor 3|Lab 2|Server Room 1|Meeting Room 3|Salle serveur 2|HMP Wandsworth
			|Place du Portage|Terrasses de la Chaudière|Tunney's Pasture|Lester B. Pearson Building|Édifice Jean-Lesage|Complexe Guy-Favreau|Sir Leonard Tilley Building|Dominion Public Building|James Michael Flaherty Building|Place Vincent Massey
			|Hôtel de Matignon|Bercy|Tour Séquoia|La Défense|Hôtel de Roquelaure|Cité administrative|Préfecture du Rhône|Rue de Varenne|Mairie de Lyon 3e|Lycée Jean Moulin|École Jules Ferry|Hôpital Necker|CHU de Bordeaux - Pellegrin
			|John Gorton Building|Parliament House|Sydney Central|Robert Garran Offices|R G Casey Building|Brisbane CBD|Treasury Place|Sir William Goodman Centre|Lionel Murphy Centre
			|Lady Hardinge|Captain Cook|Beehive|Bowen House|Freyberg Building|Te Puni Kōkiri House|Aotea Square|Christchurch Civic|Unisys House|Auckland City|Charles Fergusson Building|Defence House
			|1st Floor, Main Building|Building 10.1.2|Data Centre A|LHR-2|EC2 office|Zone 4|M Block|J Wing|North 40|Unit 7|Warehouse 12 East|Dr. Martin Luther King Jr. Library|Miss Porter's School|Professor Stuart Hall Building
			|20 Year Store|Terminal 5|Ministry of Justice, Petty France|Level 2 East|Stockroom`,
		aboutGroup: `Finance|Human Resources|Business, Energy and Industrial Strategy|Department for Environment, Food & Rural Affairs|Health, Safety and Environment|Culture, Media and Sport|Foreign, Commonwealth & Development Office
			|Education, Skills|Legal, Compliance|Innovation, Science and Economic Development Canada|Crown-Indigenous Relations|Agriculture and Agri-Food Canada|Immigration, Refugees and Citizenship|Employment and Social Development
			|Direction générale des Finances publiques|Ministère de l'Intérieur|Secrétariat général|Service des ressources humaines|Bureau du Premier ministre|Direction interministérielle du numérique|Académie de Lille|Sous-direction C|Pôle 3E
			|Department of Climate Change, Energy, the Environment and Water|Services Australia|Attorney-General's Department|Prime Minister and Cabinet|Te Arawhiti|Oranga Tamariki|Waka Kotahi|Ministry of Business, Innovation and Employment|Inland Revenue
			|Chief Scientist|Registrar General|Procurator Fiscal|Advocate General|Solicitor General|The King's Remembrancer|Queen's Printer|Women's Health|Children's Services|Veterans' Affairs|Staff Office|User Research|Student Services|Owner Services|Agent Relations|Names Registry
			|Adult Social Care|Finance\Payroll|IT/Operations|Root > Dept > Team|HR - Payroll|Section 12|Team 4B|A&E|R&D 2|Area 51|G7|DG COMM|Home Office|Home & Community Care|Mobile Working|Room Bookings|Ms Office Support|General Dental Council|Room Service`,
		aboutThing: `Precision 5560|Latitude 5420|10.1.2|v10.1.2.3|ThinkPad X1 Carbon Gen 9|MacBookPro18,3|iPhone14,5|SM-A526B|20XW004AUK|HP LaserJet Pro MFP M428fdw|EliteBook 840 G8|OptiPlex 7090 Micro|Surface Laptop 4|Surface Pro 7+
			|Dell Inc.|Hewlett-Packard|Micro-Star International Co., Ltd.|ASUSTeK COMPUTER INC.|Acer, inc.|Apple Computer, Inc.|Catalyst 9300-48P|J9777A|C9200L-48P-4G|WS-C2960X-24TS-L|8FZ05LP#AC8|PowerEdge R740|ProLiant DL380 Gen10|SN2100|SN 770 NVMe 2280
			|Laptop Computer|Personal Computer|All-in-One|Mini-PC|Tablet-PC|Gaming-PC|Laptop-Rugged|Desktop-Mini|Thin client|HP Z2 Mini G5 Workstation|500 GB Hard Drive|24" monitor|Écran 24 pouces|Ordinateur de bureau|PC de bureau|PC fixe|Poste de travail|Téléphone de conférence|Standard PC (Q35 + ICH9, 2009)
			|Intel Core i5 @ 2.40GHz|Student laptop|Staff Laptop|Loan laptop|Mobile Workstation|Dell's XPS|IP Phone 8841|CP-8841|P2419H|Optiplex 3060 SFF|Aspire A515-51|Smart-UPS 1500|MS-7817|X11SCL-F|Galaxy Tab A7 10.4|Type1ProductConfigId|To be filled by O.E.M.|System Product Name|VMware7,1|MacBook Pro (14-inch, 2021)
			|Mac mini|Mac Pro|iMac21,1|Lenovo M90q|ThinkCentre M720s|HP 250 G7 Notebook PC|Aironet 2802I|FortiGate-60F|N4050|SRX345|UniFi AP-AC-LR|GE60 0NC\0ND|0.21899999999999997|81-00000104-00-01 REV A|Workstation-BTO|Printer for labels|Monitor de 24 pouces`,
		aboutOther: `In use|1 - In use|Active (in production)|2020-03-01|31/31/2020|01/02/2020 10:30|1/8/2024 16:10|2023-07-25T06:12:34.1674501Z|1,234.5|-1|6.37702E+15|GB|United Kingdom|Narnia|many|12 345 678|0.123456789|2024|#REF!|Korea, Republic of|01.02.2020 10.30`,
	} {
		for text := range strings.SplitSeq(texts, "|") {
			text = strings.TrimSpace(text)
			if got, changed := scrub(text, kind); changed || got != text {
				t.Errorf("scrub(%q, %d) = %q: it is nobody's", text, kind, got)
			}
		}
	}
}

// Whatever the text, what is left has nothing more to be removed.
func TestScrubIsDoneAtOnce(t *testing.T) {
	pieces := []string{
		"Jane", "Doe", "'s", " ", " ", ", ", " - ", ":", "laptop", "LAPTOP-JSMITH", "Room 71", "12 High Street", "LS1 4AP", "10.20.30.40", "a@b.example", `CORP\jd`,
		"S/N: 2XH3DK3", "(home)", "Remote", "Leeds", "Staff", "00:1A:2B:3C:4D:5E", "020 7946 0917", "356938035643809", "Dr", "(", ")", "é", "’", "\u00a0", "75002 Paris",
	}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 9).Draw(t, "pieces"), "")
		kind := textKind(rapid.IntRange(0, 3).Draw(t, "kind"))
		once, _ := scrub(text, kind)
		if twice, changed := scrub(once, kind); changed {
			t.Fatalf("scrub(%q) = %q, and of that %q", text, once, twice)
		}
		if namesPerson(once, marksOf(once)) {
			t.Fatalf("scrub(%q) = %q, which still names a person", text, once)
		}
	})
}

func FuzzScrub(f *testing.F) {
	for _, seed := range []string{"Jane's laptop", "12 High Street, Leeds LS1 4AP", "00:1A:2B:3C:4D:5E", `a\b`, "Remote - J", "((((", "\xff\xfe", strings.Repeat("de ", 400), strings.Repeat("0 ", 800), strings.Repeat("a@", 500)} {
		f.Add(seed, uint8(0))
		f.Add(seed, uint8(1))
	}
	f.Fuzz(func(t *testing.T, text string, kind uint8) {
		once, _ := scrub(text, textKind(kind%4))
		if _, changed := scrub(once, textKind(kind%4)); changed {
			t.Errorf("scrub(%q) = %q is not clean", text, once)
		}
	})
}

// BenchmarkScrub measures the filter on what cells mostly hold.
func BenchmarkScrub(b *testing.B) {
	for name, text := range map[string]string{"model": "Latitude 5420", "site": "Building 4, Leeds", "group": "Business, Energy and Industrial Strategy", "person": "Staff: Jane Doe", "long": strings.Repeat("12 High Street, ", 200)} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				scrub(text, aboutPlace)
			}
		})
	}
}
