package boavizta

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

func TestPlainText(t *testing.T) {
	for cell, want := range map[string]string{
		"MacBook Pro (1,4GHz quad-core CPU) 256GB": "MacBook Pro (1.4GHz quad-core CPU) 256GB",
		"MacBookPro17,1":                     "MacBookPro17,1", // Apple's comma, in both dialects
		`Legion 5 15\xe2\x80\x9d`:            "Legion 5 15”",
		`broken \xe2\x80`:                    `broken \xe2\x80`,
		"  two\n lines\u00a0of\ttext ":       "two lines of text",
		"hidden\u200b\u202ecolour\x1b[31m":   "hiddencolour[31m",
		"x4 1,2TB 2.5in, and 1,2,3":          "x4 1.2TB 2.5in, and 1.2.3",
		"https://a.example/21,5-inch_4K.pdf": "https://a.example/21.5-inch_4K.pdf",
	} {
		if got, _ := plainText(cell); got != want {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
	}
}

func TestMendName(t *testing.T) {
	for name, want := range map[string]string{
		"ProLiant DL385 Gen10 server4":               "ProLiant DL385 Gen10",
		"ProLiant MicroServer Gen10 Plus4":           "ProLiant MicroServer Gen10 Plus",
		"Synergy 480 Gen10 Compute Module4":          "Synergy 480 Gen10 Compute Module",
		"Galaxy S10 Plus":                            "Galaxy S10 Plus",
		"Precision 3460 Small Form Factor fwsdfFF":   "Precision 3460 Small Form Factor",
		"IdeaCentre_A540-27  AIO":                    "IdeaCentre A540-27 AIO",
		"Fortis 14” G10 Chromebook":                  "Fortis 14 inch G10 Chromebook",
		"Surface Laptop 3 13.5-inch metal palm rest": "Surface Laptop 3 13.5-inch metal palm rest",
		"OptiPlex 7070 Micro Form Factor":            "OptiPlex 7070 Micro Form Factor",
	} {
		if got := mendName(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
	size := func(text string) decimal.NullDecimal { return decimal.NewNullDecimal(decimal.RequireFromString(text)) }
	for _, c := range [][4]string{
		{"iPad Pro 12", "12.9", "https://a.example/iPadPro_12.9-inch.pdf", "iPad Pro 12.9-inch"},
		{"iPad Pro 12", "13.9", "https://a.example/iPadPro_12.9-inch.pdf", "iPad Pro 12"},
		{"IdeaPad L3 15", "15.6", "https://a.example/L3.pdf", "IdeaPad L3 15"},
		{"Vostro 14", "14.0", "https://a.example/14.0-inch.pdf", "Vostro 14"},
		{"", "12.9", "", ""},
	} {
		if got := uncut(c[0], size(c[1]), c[2]); got != c[3] {
			t.Errorf("%q with %s inches, %s: %q, want %q", c[0], c[1], c[2], got, c[3])
		}
	}
}

func TestSeveralNames(t *testing.T) {
	for name, want := range map[string]string{
		"ThinkPad T490.ThinkPad P43s":                "ThinkPad T490; ThinkPad P43s",
		"ThinkCentre M93/M93p SFF":                   "ThinkCentre M93 SFF; ThinkCentre M93p SFF",
		"ThinkPad T560. P50s":                        "ThinkPad T560; ThinkPad P50s",
		"C24-20. C24-25. D24-20":                     "C24-20; C24-25; D24-20",
		"ThinkVision E22-20/T22s-20":                 "ThinkVision E22-20; ThinkVision T22s-20",
		"E42-80.Lenovo V510-14ISK.Lenovo V510-14IKB": "E42-80; Lenovo V510-14ISK; Lenovo V510-14IKB",
		"ideapad 110-15/TianYi 310-15":               "ideapad 110-15; TianYi 310-15",
		"ThinkCentre M90n Nano IoT":                  "ThinkCentre M90n Nano IoT",
		"Yoga C940-14/special edition":               "Yoga C940-14",
		"/":                                          "/",
	} {
		if got := strings.Join(severalNames("lenovo", name), "; "); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
	if got := severalNames("dell", "A/B"); !slices.Equal(got, []string{"A/B"}) {
		t.Errorf("another maker's name was taken apart: %q", got)
	}
}

func TestNamesOfModel(t *testing.T) {
	for _, c := range []struct{ maker, name, want string }{
		{"dell", "P2419H Monitor", ""}, // one model to recognition
		{"dell", "Wyse 5070 Extended Thin Client", "Wyse 5070 Extended"},
		{"hp", "ENVY x360 15 Convertible PC", "ENVY x360 15"},
		{"microsoft", "Surface Laptop", ""},
		{"apple", "iPhone 12 64GB", "iPhone 12"},
		{"apple", "MacBook Pro (M2 2022) with 256GB", "MacBook Pro (13-inch, M2, 2022)"},
		{"apple", "Mac Studio with Apple M1 Max 32GB memory and 512GB", "Mac Studio"},
		{"samsung", "Galaxy A12 (SM-A127F)", "Galaxy A12; SM-A127F"},
	} {
		var made []string
		for _, n := range namesOfModel(c.maker, c.name) {
			if !n.given && n.text != c.name && !slices.Contains(made, n.text) {
				made = append(made, n.text)
			}
		}
		if diff := cmp.Diff(c.want, strings.Join(made, "; ")); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

// TestCanonicalModels: however it is written, it is one subject; and what is no
// model, or only a number, is none.
func TestCanonicalModels(t *testing.T) {
	cases := [][3]string{
		{"Dell", "Latitude 5420", "dell:latitude 5420"},
		{"Dell Inc.", "Dell Latitude 5420", "dell:latitude 5420"},
		{"DELL", "LATITUDE-5420", "dell:latitude 5420"},
		{"Dell", "Latitude 5420 XCTO", "dell:latitude 5420"},
		{"Dell", "P2419H Monitor", "dell:p2419h"},
		{"Dell", "OptiPlex 7070 Micro Form Factor", "dell:optiplex 7070 micro"},
		{"Dell", "OptiPlex 7470 All-in-One Desktop", "dell:optiplex 7470 aio"},
		{"HP", "EliteBook 840 Aero G8 Notebook PC", "hp:elitebook 840 aero g8"},
		{"Apple", "27-inch iMac with 5K Retina display (3.1GHz 6-core CPU) 256GB - 2020", "apple:imac 27 2020"},
		{"Apple", "iMac (Retina 5K, 27-inch, 2020)", "apple:imac 27 2020"},
		{"HP", "ProLiant DL380 Gen10", "hpe:proliant dl380 gen 10"},
		{"Hewlett Packard Enterprise", "ProLiant DL380 Gen10", "hpe:proliant dl380 gen 10"},
		{"Dell", "Wyse 3040", "dell:wyse 3040"},
		{"Dell", "3040", ""},
		{"Dell", "n/a", ""},
		{"Dell", "Latitude 5420 battery", ""}, // a consumable
		{"=cmd|' /C calc'!A0", "x1", "cmd c calc a0:x1"},
	}
	var makers, names []string
	for _, c := range cases {
		makers, names = append(makers, c[0]), append(names, c[1])
	}
	devices, err := canonicalModels(t.Context(), makers, names)
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range cases {
		if got := devices[i].subject(); got != c[2] {
			t.Errorf("%q of %q: %q, want %q", c[1], c[0], got, c[2])
		}
	}
}
