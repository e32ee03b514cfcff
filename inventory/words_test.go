package inventory_test

import (
	"testing"

	"govfootprint/inventory"
)

// Words of small vocabularies: each unknown or open word is told once with its
// rows, also a sub-category that the category does not have.
func TestWordsTold(t *testing.T) {
	r := readText(t, "category,variant,status,model\nlaptop,14in,In use,a\nlaptop,huge,Quarantined,b\nlaptop,huge,Quarantined,c\ndesktop,Micro,DEPROVISIONED,d\nlaptop,,Deprovisioned,e\n")
	wantProblems(t, r,
		`warning variant_unknown row 3 variant: "huge" [laptop 13in,14in,15in 2]`,
		`warning word_unknown row 3 status: "Quarantined" [status in_service,in_stock,retired,disposed,lost 2]`,
		`warning word_open row 5 status: "DEPROVISIONED" [status 1]`,
		`warning word_open row 6 status: "Deprovisioned" [status 1]`)
}

// Status and ownership in the languages of GLPI's users and of other programs,
// and numbers as ServiceNow writes them.
func TestStatusWords(t *testing.T) {
	for status, words := range map[string][]string{
		"in_service": {"In use", "En service", "I brug", "Kasutuses", "Em uso", "En uso", "사용중", "사용 중", "בשימוש", "In Betrieb", "In uso", "In gebruik", "Deployed", "ACTIVE", "1 - In use"},
		"in_stock":   {"In stock", "En stock", "På lager", "Laos", "Em estoque", "En almacén", "재고", "במלאי", "Auf Lager", "In magazzino", "Op voorraad", "Spare", "Ready to Deploy"},
		"retired":    {"Retired", "Hors service", "Udgået", "Maha kantud", "Desativado", "Dado de baja", "불용", "הוצא משימוש", "Ausgemustert", "Dismesso", "Buiten gebruik", "Archived"},
		"disposed":   {"Disposed", "Mis au rebut", "Kasseret", "Utiliseeritud", "Descartado", "Desechado", "폐기", "הושמד", "Entsorgt", "Smaltito", "Afgevoerd", "Auctioned", "Used for Parts"},
		"lost":       {"Lost", "Missing", "Perdu", "Mistet", "Kadunud", "Extraviado", "분실", "אבד", "Verloren", "Smarrito", "Vermist", "Stolen"},
	} {
		for _, word := range words {
			r := readText(t, "category,retired,status\nlaptop,2024-06-01,"+word+"\n")
			for p := range r.Estate.All() {
				if string(p.Status) != status {
					t.Errorf("%s is %q, want %s", word, p.Status, status)
				}
			}
			if n := r.Problems.CountByCode()[inventory.CodeWordUnknown]; n != 0 || r.Estate.Len() != 1 {
				t.Errorf("%s: unknown", word)
			}
		}
	}
	for word, ownership := range map[string]inventory.Ownership{
		"Corporate": inventory.Owned, "BYOD": inventory.Personal, "Personal": inventory.Personal, "개인": inventory.Personal, "Isiklik": inventory.Personal, "Privat": inventory.Personal,
		"Leasing": inventory.Leased, "Gemietet": inventory.Leased, "En location": inventory.Leased, "Company": inventory.Owned, "Unknown": "",
	} {
		r := read(t, inventory.Options{Period: inventory.CalendarYear(2024), KeepPersonal: true}, memorySource("a.csv", []byte("category,ownership\nlaptop,"+word+"\n")))
		for p := range r.Estate.All() {
			if p.Ownership != ownership {
				t.Errorf("%s is %q, want %q", word, p.Ownership, ownership)
			}
		}
	}
}
