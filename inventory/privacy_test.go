package inventory_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"govfootprint/inventory"
)

// personalHeaders are headers of personal columns and identifiers as tools and
// people write them.
var personalHeaders = []string{
	"utilisateur", "User", "Username", "Primary user UPN", "Primary user email address", "Primary user display name", "UserEmail", "userPrincipalName", "Last logged on user",
	"Assigned To", "assigned_to", "Checked Out To: First Name", "Checked Out To: Last Name", "Checked Out To: Email", "Owner", "Custodian", "Employee No.", "Manager", "Job title",
	"Email Address", "Phone Number", "PhoneNumberE164Format", "IMEI", "MEID", "ICCID", "Wi-Fi MAC", "MAC address", "EthernetMAC", "IP address", "WiFiIPv4Address", "UDID", "DistinguishedName",
	"Notes", "Comments", "Description", "Room", "Room Description", "Alternate username", "Technician in charge", "Local User Accounts", "Connected user", "annotatedUser", "recentUsers",
	"Contact", "Purchasing Contact", "Full Name", "Nom", "Prénom", "Matricule", "Commentaires", "Téléphone", "Bureau", "Last User Name", "Personnel officer", "Home address", "Postcode",
	"Serial number", "Asset Tag", "Device name", "Computer", "Host name", "sys_id", "Service tag", "nomEquipementPhysique", "Numéro de série", "Something nobody knows",
}

// A marker planted in every personal column, row by row, is in nothing that
// comes of reading: no profile, no problem, no error, no information on columns.
func TestPersonalDataGoesNowhere(t *testing.T) {
	const marker = "Zzmarker"
	header := append([]string{"Category", "Model", "Quantity", "Country", "Status", "Acquired"}, personalHeaders...)
	var rows [][]string
	for i, base := range [][]string{
		{"Laptop", "Latitude 5420", "1", "GB", "In use", "2020-01-01"},
		{"Gizmo", "Unheard of", "1", "Narnia", "odd", "2020-01-01"},
		{"Laptop", "Latitude 5420", "none at all", "GB", "In use", "31/31/2020"},
		{"Virtual machine", "VM", "1", "GB", "Retired", ""},
		{"", "", "", "", "", ""},
	} {
		row := append([]string{}, base...)
		for j := range personalHeaders {
			row = append(row, fmt.Sprintf("%s%d@example.org %d", marker, i, j))
		}
		rows = append(rows, row)
	}
	lines := []string{strings.Join(header, "\t")}
	for _, row := range rows {
		lines = append(lines, strings.Join(row, "\t"))
	}
	text := strings.Join(lines, "\n")
	data := workbookOf(t, func(f *excelize.File) {
		setRows(f, "Sheet1", 1, anyRow(header, false))
		for i, row := range rows {
			setRows(f, "Sheet1", 2+i, anyRow(row, false))
		}
	})
	for _, source := range []inventory.Source{
		memorySource("a.csv", []byte(text)), memorySource("a.xlsx", data),
		memorySource("headerless.csv", []byte(strings.SplitN(text, "\n", 2)[1])),
		memorySource("cut.xlsx", data[:len(data)/2]),
	} {
		r := read(t, inventory.Options{Period: inventory.CalendarYear(2024)}, source)
		said := strings.ToLower(report(r) + estateText(t, r.Estate))
		if strings.Contains(said, strings.ToLower(marker)) {
			t.Errorf("%s: a personal value came through:\n%s", source.Name, said)
		}
		if source.Name == "a.csv" && r.Estate.Counts().Assessed != 3 {
			t.Errorf("%s: %s", source.Name, said)
		}
	}
}

// Personal values in columns that are kept are removed there.
func TestPersonalValuesInKeptColumns(t *testing.T) {
	r := readText(t, `category,department,site,model,country
laptop,a.example@example.org,Staff: A. Example,Latitude 5420,GB
laptop,Finance,Remote - A. Example,Latitude 5420,GB
laptop,EXAMPLE\aexample,Home,Latitude 5420,GB
laptop,Finance,Student: B. Example,b.example@example.org,GB
Gizmo for c.example@example.org,Finance,10.20.30.40,Latitude 5420,GB
laptop,Finance,Leeds,Latitude 5420,+44 20 7946 0000
`)
	wantEstate(t, r, `
		laptop dell latitude 5420 1 units GB
		laptop dell latitude 5420 1 units home Finance home GB
		laptop dell latitude 5420 1 units home Home GB
		laptop 1 units Finance GB
		laptop dell latitude 5420 1 units (model) Finance GB
		laptop dell latitude 5420 1 units Finance Leeds
	`)
	if said := report(r); strings.Contains(said, "xample.org") || strings.Contains(said, "7946") || strings.Contains(said, "Example") {
		t.Errorf("a personal value came through:\n%s", said)
	}
}
