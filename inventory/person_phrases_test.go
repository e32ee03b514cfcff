package inventory

import (
	"strings"
	"testing"
)

// What is left of texts in which a person, or what belongs to one, stands beside
// something else: of a thing the product, of a place the town.
func TestScrubInPassing(t *testing.T) {
	for kind, cases := range map[textKind]map[string]string{
		aboutThing: {
			"Latitude 5420 (Jane Example)":              "dell latitude 5420",
			"Latitude 5420 - Jane Example":              "dell latitude 5420",
			"Latitude 5420 for Jane Example":            "dell latitude 5420",
			"Latitude 5420 issued to Jane Example":      "dell latitude 5420",
			"Latitude 5420 Jane":                        "dell latitude 5420",
			"Latitude 5420 Mr Example":                  "dell latitude 5420",
			"Jane Example Latitude 5420":                "dell latitude 5420",
			"Example, Jane - Latitude 5420":             "dell latitude 5420",
			"Latitude 5420, asset 100234, Jane Doe":     "dell latitude 5420",
			"iPhone 12 (+44 7700 900123)":               "apple iphone 12",
			"Latitude 5420 jane@example.org":            "dell latitude 5420",
			`Latitude 5420 CORP\jexample`:               "dell latitude 5420",
			"Latitude 5420 GB29NWBK60161331926819":      "Latitude 5420",
			"Latitude 5420 GB29 NWBK 6016 1331 9268 19": "Latitude 5420",
			"Latitude 5420 MAC 00:1A:2B:3C:4D:5E":       "Latitude 5420",
			"Latitude 5420 AA:BB:CC:DD:EE:FF":           "Latitude 5420",
			"Latitude 5420 7HJ2K93":                     "Latitude 5420",
			"EliteBook 840 G8 5CG1234XYZ":               "EliteBook 840 G8",
			"ThinkPad T14 PF3ABCDE":                     "ThinkPad T14",
			"Latitude 5420 jane example":                "dell latitude 5420",
			"LATITUDE 5420 MR EXAMPLE":                  "dell latitude 5420",
			"Latitude 5420 T. Mahmoodi":                 "dell latitude 5420",
			"Latitude 5420 (ask Jane)":                  "dell latitude 5420",
			"Latitude 5420 12 High Street Leeds":        "dell latitude 5420",
			"Latitude 5420 S/N7HJ2K93":                  "Latitude 5420",
			"Latitude 5420 #7HJ2K93":                    "Latitude 5420",
			"Toner for Mr Example":                      "Toner",
			"Laptop of Jane":                            "Laptop",
			"Office of Tariq Mahmoodi":                  "",
			"Ms Smith house":                            "",
			"12 High Street Leeds":                      "",
		},
		aboutPlace: {
			"Ms Smith house":           home,
			"Mr Smith's house":         home,
			"Mr T Mahmoodi office":     "",
			"Office of Tariq Mahmoodi": "",
			"Office of Mrs Mahmoodi":   "",
			"Bureau de Marie Dupont":   "",
			"House of Tariq Mahmoodi":  home,
			"Jane's desk":              "",
			"12 High Street Leeds":     "Leeds",
			"12a Church Lane":          "",
			"12 High St Leeds":         "Leeds",
			"Annex 12 High Street":     "Annex",
			"mr smith house":           home,
		},
		aboutGroup: {
			"Ms Smith house":                "",
			"Finance Ms Smith":              "",
			"Finance ext 4567":              "",
			"used by Tariq Mahmoodi":        "",
			"Office of Jane Doe (Director)": "",
			"Tariq's team":                  "",
			"Office of Tariq Mahmoodi":      "",
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

// Products that are called like people, and places and departments that are
// called after them or merely sound like it, stay.
func TestScrubLeavesNamesakes(t *testing.T) {
	for kind, texts := range map[textKind]string{
		aboutThing: `HP Victus|Dell Alienware Aurora|Brother Justio|Lenovo Yoga|Samsung Odyssey|Samsung Odyssey Ark|Lexmark Marcel|Wiko Tommy|Wiko Harry Plus|Epson Stella|Apple Lisa|Carl Zeiss Axio|Thomas Krenn Server|Martin Audio
			|Ms Surface Pro|MS Surface Hub|Nokia Asha 302|iPhone 15 Pro Max|Jabra Speak 510|Amazon Alexa Echo Dot|Cricut Joy Maker|Office 365|Room Kit Plus|Desk Phone for Reception|Toner for Brother|24 Port Gigabit Switch|12 Way Switch|20 Year Tape|500 GB Hard Drive
			|Dell UltraSharp U2723QE|Dell Dock WD22TB4|Dell P2722HV|Legion 5 15ACH6H|Latitude 5420 i5-1145G7|20XW0026UK|MK2E3B/A|C9200L-24P-4G|SM-G991BZADEUA|Docking station (Dell)|Monitor - Samsung|Laptop (Loan)`,
		aboutPlace: `St Andrews House|Victoria|Charlotte|Florence|Adelaide|Marie Curie Hospice|Mary Seacole Building|George Eliot Hospital|Rosalind Franklin House|Office of Rail Regulation|Office of the Prime Minister|House of Commons|House of Lords|House of Representatives
			|Maison de la Justice et du Droit|Maison de l'Emploi|Hôpital Mme Curie|Lycée Marie Curie|Peter's Hill|King's House|5 Green Lane Primary School|St Thomas|Bureau de Poste|Level 2 Marsham Street|Floor 4 Park Road|Rue de Charenton`,
		aboutGroup: `Marine Scotland|Justice|Grace Hospital|Office of Fair Trading|Office of Grace Hospital|Cabinet of Ministers|Mme le Maire|Direction de Madame la Maire|Monsieur le Préfet|Dean's Office|MS Teams Support|Dr Foster Intelligence Unit|Thomas Coram Foundation`,
	} {
		for text := range strings.SplitSeq(texts, "|") {
			if got, changed := scrub(strings.TrimSpace(text), kind); changed {
				t.Errorf("scrub(%q, %d) = %q", strings.TrimSpace(text), kind, got)
			}
		}
	}
}

// Sites of few devices that are called after somebody well known stay, and so does
// what stands among names and says that it is none.
func TestNamesakesAreNoPeople(t *testing.T) {
	n := columnNames{}
	texts := []string{"", "Alan Turing", "Marie Curie", "Jean Talon", "Victor Hugo", "Jane Doe", "Ann Smith", "Peter Jones", "Mary Brown"}
	for id := range texts[1:] {
		n.see(uint32(id+1), texts, nil)
	}
	ids, whole := n.people(func(id uint32) string { return texts[id] })
	if len(ids) != 4 || ids[0] != 5 || whole {
		t.Errorf("forgets %v, whole %v", ids, whole)
	}
	texts = []string{"", "Finance Department", "Jane Doe", "Ann Smith", "Peter Jones", "Mary Brown"}
	n = columnNames{}
	for id := range texts[1:] {
		n.see(uint32(id+1), texts, nil)
	}
	for range rowsOfPerson {
		n.see(1, texts, nil)
	}
	if ids, whole = n.people(func(id uint32) string { return texts[id] }); !whole || len(ids) != 4 {
		t.Errorf("forgets %v, whole %v", ids, whole)
	}
}

// Towns that are called after saints are no people, however many there are.
func TestSaintsAreNoPeople(t *testing.T) {
	for _, text := range []string{"St Thomas", "St James", "Saint Denis", "San Francisco", "Santa Maria"} {
		if _, given := nameShape(text); given {
			t.Errorf("%q reads like a name", text)
		}
	}
}
