package recognition

import "testing"

// One product in the spellings that inventories, firmware and manufacturers have
// for it: those of a line are the same.
func TestCanonicalModel(t *testing.T) {
	for want, spellings := range map[string][][2]string{
		"dell:latitude 5420":            {{"Dell", "Latitude 5420"}, {"Dell Inc.", "Dell Latitude 5420"}, {"DELL", "LATITUDE-5420"}, {"dell", "Latitude 5420 XCTO"}, {"", "Dell Latitude 5420"}, {"HP", "Latitude 5420"}, {"Dell", `Latitude 5420 14" i5-1145G7 16GB`}, {"Dell", "latitud 5420"}},
		"hp:elitebook 840 g6":           {{"HP", "EliteBook 840 G6"}, {"Hewlett-Packard", "HP EliteBook 840 G6 Notebook PC"}, {"HP", "Elitebook 840G6"}, {"HP Inc.", "HP EliteBook 840 G6 14 inch Notebook PC"}, {"HP", "ELITE BOOK 840 G6 (Qwerty)"}},
		"hp:elitedesk 800 g5 mini":      {{"HP", "HP EliteDesk 800 G5 Desktop Mini"}, {"HP", "EliteDesk 800 G5 DM"}, {"HP", "HP EliteDesk 800 G5 Desktop Mini PC"}},
		"hp:elitedesk 800 g5 sff":       {{"HP", "HP EliteDesk 800 G5 Small Form Factor PC"}, {"HP", "HP EliteDesk 800 G5 SFF"}},
		"dell:optiplex 7090 micro":      {{"Dell", "OptiPlex 7090 Micro"}, {"Dell Inc.", "OptiPlex 7090 MFF"}, {"Dell", "Optiplex 7090 Micro Form Factor"}, {"Dell", "OPTLPLEX 7090 micro"}},
		"lenovo:thinkpad t14 gen 2":     {{"LENOVO", "ThinkPad T14 Gen 2"}, {"Lenevo", "ThinkPad T14 Gen2"}, {"Lenovo", "ThinkPad T14 2nd Gen"}, {"Lenovo", "ThinkPad T14 (2nd Generation)"}, {"Lenovo", "Think Pad T14 Gen 2i"}, {"LENOVO", "20W0004AUK"}},
		"apple:macbook pro 14 2021":     {{"Apple", "MacBookPro18,3"}, {"Apple Inc.", "MacBook Pro (14-inch, 2021)"}, {"Apple", "14-inch MacBook Pro (M1 Pro 10-core CPU and 16-core GPU) 1TB - 2021"}},
		"apple:macbook air m1 2020":     {{"Apple", "MacBookAir10,1"}, {"Apple", "MacBook Air (M1, 2020)"}, {"Apple", "13-inch MacBook Air (M1 CPU) 256GB - 2020"}},
		"apple:macbook pro 13 2020":     {{"Apple", "MacBook Pro (13-inch, 2020)"}, {"Apple", "13-inch MacBook Pro (1.4GHz quad-core CPU) 256GB - 2020"}, {"Apple", "13-inch MacBook Pro (2,0 GHz quad-core CPU) 1.5TB - 2020"}},
		"apple:imac 24 m1 2021":         {{"Apple", "iMac (24-inch, M1, 2021)"}, {"Apple", "24-inch iMac with 4.5K Retina display (M1 CPU and 8-core GPU) 256GB - 2021"}},
		"apple:ipad gen 9":              {{"Apple", "iPad (9th generation)"}, {"Apple", "iPad 9th Gen"}, {"Apple", "iPad (9th generation) Wi-Fi + Cellular with 64GB"}, {"", "Apple iPad (9th generation) 64 GB"}},
		"apple:iphone se gen 2":         {{"Apple", "iPhone SE - Gen 2 128GB"}, {"Apple", "iPhone SE (2nd generation)"}},
		"samsung:galaxy s21 5g":         {{"Samsung", "SM-G991B"}, {"samsung", "SM-G991B/DS"}, {"Samsung", "Galaxy S21 5G"}},
		"hpe:proliant dl380 gen 10":     {{"HPE", "ProLiant DL380 Gen10"}, {"HP", "ProLiant DL380 Gen10 Server"}, {"Hewlett Packard Enterprise", "ProLiant DL380 Gen 10"}},
		"dell:p2419h":                   {{"Dell", "P2419H"}, {"Dell", "Dell P2419H Monitor"}, {"Dell", `P2419H 24"`}, {"Dell", "P2419H Monitor (without stand)"}},
		"microsoft:surface laptop 4 15": {{"Microsoft", `Surface Laptop 4 15"`}, {"Microsoft Corporation", "Surface Laptop 4 15-inch"}},
		"dell:":                         {{"Dell Inc.", "To be filled by O.E.M."}, {"Dell", "Dell Inc."}, {"Dell", "N/A"}},
	} {
		for _, s := range spellings {
			maker, model := CanonicalModel(s[0], s[1])
			if got := maker + ":" + model; got != want {
				t.Errorf("%q %q: %q, want %q", s[0], s[1], got, want)
			}
		}
	}
	for _, c := range [][2]string{{"latitude 5420", "latitude 5420 rugged"}, {"galaxy s20", "galaxy s20+"}, {"optiplex 7090 micro", "optiplex 7090 tower"}, {"zbook fury 15.6 inch g8", "zbook fury 17.3 inch g8"}} {
		_, a := CanonicalModel("", c[0])
		_, b := CanonicalModel("", c[1])
		if a == b {
			t.Errorf("%q and %q are different products, both %q", c[0], c[1], a)
		}
	}
}

// A row that contradicts itself says so, and is no longer sure.
func TestContradictions(t *testing.T) {
	for _, c := range []struct {
		thing    Thing
		kind     ContradictionKind
		stated   string
		byModel  string
		category string
	}{
		{Thing{Type: "Laptop", Manufacturer: "HP", Model: "Latitude 5420"}, MakerAgainstModel, "hp", "dell", "laptop"},
		{Thing{Manufacturer: "Canon", Model: "Latitude 5510"}, MakerAgainstModel, "canon", "dell", "laptop"},
		{Thing{Type: "Laptop", Manufacturer: "Dell", Model: "OptiPlex 7090"}, TypeAgainstModel, "laptop", "desktop", "laptop"},
		{Thing{Type: "Monitor", Manufacturer: "LENOVO", Model: "20XW004AUK"}, TypeAgainstModel, "monitor", "laptop", "monitor"},
	} {
		r := Recognise(c.thing)
		if len(r.Contradictions) != 1 || r.Contradictions[0] != (Contradiction{c.kind, c.stated, c.byModel}) || r.Category != c.category || r.Confidence != Low {
			t.Errorf("%+v: %+v", c.thing, r)
		}
	}
	if r := Recognise(Thing{Type: "Desktop", Manufacturer: "Dell", Model: "Precision 3660"}); len(r.Contradictions) > 0 {
		t.Errorf("a workstation called a desktop is a contradiction: %+v", r)
	}
	if r := Recognise(Thing{Manufacturer: "Hewlett-Packard", Model: "ProLiant DL380 Gen9"}); len(r.Contradictions) > 0 {
		t.Errorf("a server from before the company was split is a contradiction: %+v", r)
	}
}

// A number alone is no model; with its maker or its family it may be one.
func TestNumbersAlone(t *testing.T) {
	for _, c := range []struct {
		maker, model, want string
	}{
		{"", "5420", ""},
		{"Dell", "5420", ""}, // Latitude, Inspiron, Vostro, Precision
		{"", "840 G3", ""},
		{"HP", "840 G3", "laptop"},
		{"HP", "800 G3", "desktop"},
		{"Dell", "E5420", "laptop"},
		{"Dell", "Latitude 5420", "laptop"},
		{"", "20XW", ""},
		{"Lenovo", "20XW", "laptop"},
		{"Lenovo", "T14 Gen 2", "laptop"},
		{"", "12345678", ""},
	} {
		if r := Recognise(Thing{Manufacturer: c.maker, Model: c.model}); r.Category != c.want {
			t.Errorf("%q %q: %s, want %s", c.maker, c.model, r.Category, c.want)
		}
	}
}
