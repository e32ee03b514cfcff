package recognition

import (
	"strings"
	"testing"
)

// Words of types as registers have them: what names a device, what belongs to
// one, what names several, and what is none.
func TestTypes(t *testing.T) {
	for text, want := range map[string]string{
		"Lap top": "laptop", "Desk-top": "desktop", "Tel": "ip-phone", "Wifi AP": "access-point", `24" screen`: "monitor/24in", "L3 switch": "switch",
		"Conf phone": "ip-phone", "Barcode gun": "barcode-scanner", "Téléphone cellulaire": "smartphone", "cellulaires": "smartphone", "Baie": "rack", "UC": "desktop", "Portable": "laptop", "Fixe": "desktop", //nolint:misspell // French
		"CPU": "desktop", "Slate": "tablet", "Slate/Tablet": "tablet", "Integrated Desktop": "all-in-one", "Mobility Device": "smartphone?", "Communication Device": "smartphone?",
		"Network Gear": "network-device", "ECRAN LCD": "monitor", "Serveur": "server", "Tablette": "tablet", "Laptop Computer": "laptop", "CHROMEBOOK": "laptop", "IPAD": "tablet",
		"Mac": "?", "Micro-ordinateur": "?", "Poste de travail": "?", "Personal Computer": "?",

		"Laptops (disposed)": "laptop", "Dell laptop": "laptop", "2 x monitors": "monitor", "Laptop with bag": "laptop", "Laptop + bag": "laptop", "Laptop (incl. charger)": "laptop",
		"Monitor 27 inch": "monitor/27in", "Docking station for laptop": "dock", "Phone charger": "power-adapter", "Laptop charger": "power-adapter", "Server rack": "rack",
		"Station d'accueil pour portable": "dock", "Printer/Scanner": "printer", "Computers/Laptops": "laptop", "Hardware > Network > Switch": "switch", "Imprimante / Copieur": "printer/mfp-a3",
		"Keyboard and mouse": "keyboard", "Switch/Router": "network-device~", "IT Equipment - Laptop": "laptop",

		"Phone case": "!consumable", "Printer toner": "!consumable", "Laptop stand": "!consumable", "Laptop bag": "!consumable", "Laptop battery": "!consumable", "Monitor cable": "!consumable",
		"Monitor arm": "!consumable", "Docking cable": "!consumable", "Keyboard cover": "!consumable", "Housse de portable": "!consumable", "Bras écran": "!consumable", "Câble écran": "!consumable",
		"Sacoche PC portable": "!consumable", "iPad Smart Cover": "!consumable", "HP 83A toner cartridge": "!consumable", "Tablette graphique": "!consumable",
		"Drill pipe": "!not_it", "Office chairs": "!not_it", "Vehicle": "!not_it", "Projector screen": "!not_it",

		"PCs & monitors": "desktop|monitor", "laptop + dock": "laptop|dock", "Laptop/Desktop": "laptop|desktop", "Phones and tablets": "tablet|smartphone", "Laptops, monitors and printers": "laptop|monitor|printer",
		"Zorglub": "", "Unknown": "",
	} {
		r := Recognise(Thing{Type: text})
		got := r.Category
		if r.Variant != "" {
			got += "/" + r.Variant
		}
		switch {
		case r.Left != "":
			got = "!" + string(r.Left)
		case r.How == Unresolved:
			got = strings.Join(r.Alternatives, "|")
			if got == "" && lookType(text).class {
				got = "?"
			}
		case lookType(text).class:
			got += "?"
		case len(r.Alternatives) > 0:
			got += "~"
		}
		if got != want {
			t.Errorf("%q: %q (%s), want %q", text, got, r.How, want)
		}
	}
	if r := Recognise(Thing{Type: "Laptops (disposed)"}); r.Remark != "disposed" {
		t.Errorf("what stands in brackets is %q", r.Remark)
	}
}
