package inventory_test

import (
	"fmt"
	"strings"
	"testing"

	"govfootprint/inventory"
)

// A column of departments that names the same person as the user's column of the
// row does not keep that text; other texts stay.
func TestPeopleOfTheRowAreForgotten(t *testing.T) {
	r := readText(t, `category,model,user,department,site
laptop,Latitude 5420,Priyanka Qureshi,Finance,Leeds
laptop,Qureshi laptop,Priyanka Qureshi,Priyanka Qureshi,Leeds
laptop,Latitude 5420,pqureshi@example.org,Finance,Qureshi
laptop,Latitude 5420,Someone Else,Finance,Leeds Office
laptop,Latitude 5420,Leeds Office,Finance,Leeds
`)
	wantEstate(t, r, `
		laptop dell latitude 5420 2 units Finance Leeds
		laptop laptop 1 units Leeds
		laptop dell latitude 5420 1 units Finance
		laptop dell latitude 5420 1 units Finance Leeds Office
	`)
	if said := strings.ToLower(report(r) + estateText(t, r.Estate)); strings.Contains(said, "qureshi") {
		t.Errorf("a name came through:\n%s", said)
	}
}

// A column of departments in which nearly every value is another and reads like
// a name is a column of names, whatever its header says.
func TestAColumnOfNamesIsForgotten(t *testing.T) {
	people := []string{"Jane Doe", "John Smith", "Doe, Mary", "Peter J. Example", "Anne-Marie van der Berg", "Quentin Sample", "Zebedee Specimen", "Sarah O'Neil"}
	var b strings.Builder
	b.WriteString("category;department;site\n")
	for i, person := range people {
		fmt.Fprintf(&b, "laptop;%s;%s\n", person, []string{"Leeds", "York"}[i%2])
	}
	r := readText(t, b.String())
	wantEstate(t, r, "laptop 4 units Leeds\nlaptop 4 units York")
	wantCode(t, r, inventory.CodePeopleForgotten)
}

// Names of places and departments are none, also where each row has another.
func TestColumnsOfPlacesStay(t *testing.T) {
	for column, names := range map[string]string{
		"site":       "Milton Keynes|Bury St Edmunds|Kings Lynn|Great Yarmouth|St Albans|Weston Super Mare|Stoke on Trent|Jean Talon Building|Lester B. Pearson Building|Robert Garran Offices|Lionel Murphy Centre|Lycée Jean Moulin|École Jules Ferry|Bowen House|Charles Fergusson Building",
		"department": "Finance|Human Resources|Public Health|Inland Revenue|Crown Estate|Oranga Tamariki|Te Arawhiti|Waka Kotahi|Legal Aid|Border Force|Prime Minister and Cabinet|Direction générale|Secrétariat général|Treasury Board|Statistics Canada",
	} {
		var b strings.Builder
		b.WriteString("category;" + column + ";user\n")
		list := strings.Split(names, "|")
		for i, name := range list {
			fmt.Fprintf(&b, "laptop;%s;Person%c Surname%c\n", name, 'A'+i, 'A'+i)
		}
		r := readText(t, b.String())
		if n := r.Estate.Len(); n != len(list) || r.Problems.CountByCode()[inventory.CodePeopleForgotten] > 0 {
			t.Errorf("%s: %d of %d kept\n%s", column, n, len(list), report(r))
		}
	}
}

// A building that is called after a person has many devices; a person has few.
func TestABuildingCalledAfterAPersonStays(t *testing.T) {
	var b strings.Builder
	b.WriteString("category,site,user\n")
	for range 20 {
		for _, site := range []string{"Alan Turing", "James Watt", "Thomas Telford", "Mary Somerville", "Rosalind Franklin"} {
			fmt.Fprintf(&b, "laptop,%s,user0815\n", site)
		}
	}
	if r := readText(t, b.String()); r.Estate.Len() != 5 {
		t.Errorf("%d sites, want 5\n%s", r.Estate.Len(), report(r))
	}
}

// A model that is the serial number of its row is none.
func TestSerialNumberAsModel(t *testing.T) {
	r := readText(t, "category,model,serial number\nlaptop,2XH3DK3,2XH3DK3\nlaptop,Latitude 5420,5CG1234567\n")
	wantEstate(t, r, "laptop 1 units\nlaptop dell latitude 5420 1 units")
	wantCode(t, r, inventory.CodePersonalValue)
}

// The estate of somebody else passes the same filter.
func TestPersonalValuesInAnEstate(t *testing.T) {
	e := inventory.NewEstate(inventory.CalendarYear(2024))
	for i, p := range []inventory.Profile{
		{Department: "jane@example.org", Site: "Leeds"}, {Department: "Finance", Site: "Staff: Jane Doe"}, {Department: "Finance", Model: "jane's laptop"}, {Department: "Finance", Site: "Leeds"},
	} {
		p.Kind, p.Category, p.Recognition = inventory.Hardware, "laptop", inventory.Stated
		e.Add(p, inventory.Amounts{Rows: 1, Units: inventory.CountTally(int64(i + 1))})
	}
	e.CountRows(inventory.Counts{Read: 4, Assessed: 4})
	r := read(t, inventory.Options{}, memorySource("estate.csv", []byte(estateText(t, e))))
	if said := estateText(t, r.Estate) + report(r); strings.Contains(strings.ToLower(said), "jane") {
		t.Errorf("a name came through:\n%s", said)
	}
	wantCode(t, r, inventory.CodePersonalValue)
}

// wantCode wants problems of a code.
func wantCode(tb testing.TB, r *inventory.Result, code inventory.Code) {
	tb.Helper()
	if r.Problems.CountByCode()[code] == 0 {
		tb.Errorf("nobody says %s:\n%s", code, report(r))
	}
}

// The user's name is told in small letters, beside figures and other marks too.
func TestNamesOfTheRowInAnyWriting(t *testing.T) {
	r := readText(t, `category,model,site,power_w,user
laptop,Latitude 5420,asmyqx,,asmyqx
laptop,Latitude 5420,HQ/Smyqx,,Ann Smyqx
laptop,asmyqx laptop,Leeds,,asmyqx
laptop,smyqx,Leeds,,smyqx
laptop,Latitude smyqx01,Leeds,,smyqx01
laptop,Latitude 5420,Leeds,50 Sarah Smyqx,
`)
	if said := strings.ToLower(report(r) + estateText(t, r.Estate)); strings.Contains(said, "smyqx") {
		t.Errorf("a name came through:\n%s", said)
	}
}
