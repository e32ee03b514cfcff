package inventory

import "testing"

func TestParseDate(t *testing.T) {
	for _, c := range []struct{ text, dayFirst, monthFirst string }{
		{"2019-06-02", "2019-06-02", ""},
		{"2020/07/08", "2020-07-08", ""},
		{"20200708", "2020-07-08", ""},
		{"31122020", "2020-12-31", ""},
		{"08/02/2024", "2024-02-08", "2024-08-02"},
		{"1/23/23", "2023-01-23", ""},
		{"17/06/2026", "2026-06-17", ""},
		{"05/05/2021", "2021-05-05", ""},
		{"08.02.2024", "2024-02-08", ""},
		{"1/8/2024 16:10", "2024-08-01", "2024-01-08"},
		{"1/8/2024 4:10:05 PM", "2024-08-01", "2024-01-08"},
		{"2023-07-25T06:12:34.1674501Z", "2023-07-25", ""},
		{"2024-10-01 00:00:00", "2024-10-01", ""},
		{"2024-10-01 00:00:00.000 +0100", "2024-10-01", ""},
		{"November 2020", "2020-11-15", ""},
		{"novembre 2020", "2020-11-15", ""},
		{"août 2021", "2021-08-15", ""},
		{"Nov-20", "2020-11-15", ""},
		{"2027-10", "2027-10-15", ""},
		{"10/2027", "2027-10-15", ""},
		{"2024", "2024-07-01", ""},
		{"3 mars 2021", "2021-03-03", ""},
		{"1er février 2022", "2022-02-01", ""},
		{"March 3, 2021", "2021-03-03", ""},
		{"3rd March 2021", "2021-03-03", ""},
		{"Mon 3 March 2021", "2021-03-03", ""},
		{"03-Mar-21", "2021-03-03", ""},
		{"2021 Mar 3", "2021-03-03", ""},
		{"3. März 2021", "2021-03-03", ""},
		{"3 de marzo de 2021", "2021-03-03", ""},
		{"juin 2020", "2020-06-15", ""},
		{"juil. 2020", "2020-07-15", ""},
		{"2020/21", "2020-10-01", ""}, // a financial year: its middle
		{"2020-21", "2020-10-01", ""},
		{"FY 2020/21", "2020-10-01", ""},
		{"2020/2021", "2020-10-01", ""},
		{"2010/11", "2010-11-15", ""}, // a month
		{"FY21/22", "2021-10-01", ""},
		{"2009?", "2009-07-01", ""},
		{"c. 2019", "2019-07-01", ""},
		{"~2019", "2019-07-01", ""},
		{"2019-2021", "2020-07-01", ""}, // the middle of a range
		{"2019-2022", "2021-01-01", ""},
		{"Q3 2021", "2021-08-15", ""},
		{"2021 T1", "2021-02-15", ""},
		{"2021년 3월 4일", "2021-03-04", ""},
		{"2021. 3. 4.", "2021-03-04", ""},
		{"2021年3月4日", "2021-03-04", ""}, //nolint:gosmopolitan // a date as registers in Japan and China have it
		{"45747", "2025-03-31", ""},     // a spreadsheet's day number
		{"45747.5", "2025-03-31", ""},
	} {
		p, status := parseDate(c.text)
		if status != dateOK {
			t.Errorf("parseDate(%q): status %d", c.text, status)
			continue
		}
		other := ""
		if p.ambiguous() {
			other = p.monthFirst.String()
		}
		if p.date.String() != c.dayFirst || other != c.monthFirst {
			t.Errorf("parseDate(%q) = %s or %q, want %s or %q", c.text, p.date, other, c.dayFirst, c.monthFirst)
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	for text, want := range map[string]dateStatus{
		"2020/02/31": dateInvalid, "31/02/2020": dateInvalid, "13/13/2020": dateInvalid, "yesterday": dateInvalid, "12": dateInvalid,
		"<PurchaseDate_YYYYMMDD>": dateInvalid, "2020-1-2-3": dateInvalid, "123": dateInvalid, "31/02/2023?": dateInvalid, "1990-2021": dateInvalid, "21/22": dateInvalid, "1/2/3": dateInvalid, "2 years": dateInvalid,
		"1899-12-30": datePlaceholder, "1900-01-01": datePlaceholder, "01/01/1900": datePlaceholder, "9999-12-31": datePlaceholder, "0000-00-00": datePlaceholder,
		"1970-01-01": datePlaceholder, "0": datePlaceholder,
		"1950-06-01": dateImplausible, "1066-10-14": dateImplausible,
	} {
		if _, status := parseDate(text); status != want {
			t.Errorf("parseDate(%q): status %d, want %d", text, status, want)
		}
	}
}

func TestDateOfSerial(t *testing.T) {
	// Day 1 of the first system is 1 January 1900; it holds a 29 February 1900
	// that never was, so that from March on numbers are one higher than days.
	for _, c := range []struct {
		serial float64
		epoch  Date
		want   string
	}{
		{1, epoch1900, "1900-01-01"},
		{59, epoch1900, "1900-02-28"},
		{61, epoch1900, "1900-03-01"},
		{43831, epoch1900, "2020-01-01"},
		{43831.75, epoch1900, "2020-01-01"},
		{42369, epoch1904, "2020-01-01"},
	} {
		d, ok := dateOfSerial(c.serial, c.epoch)
		if !ok || d.String() != c.want {
			t.Errorf("dateOfSerial(%v, %d) = %s, want %s", c.serial, c.epoch, d, c.want)
		}
	}
}

func TestIsDateFormat(t *testing.T) {
	for code, want := range map[string]bool{
		"dd/mm/yyyy": true, "yyyy\\-mm\\-dd": true, "[$-809]d mmmm yyyy;@": true, "mmm-yy": true, "General": false, "0.00": false, "#,##0": false,
		`0" days"`: false, "[Red]0.0": false, `0\d`: false, "0.00E+00": false, "@": false, `"date: "dd/mm/yy`: true, "_-* #,##0.00_-": false, "[h": false, `"x`: false,
	} {
		if got := isDateFormat(code); got != want {
			t.Errorf("isDateFormat(%q) = %v", code, got)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, seed := range []string{"2020-02-31", "1/2/3", "3 de marzo de 2021", "29. Feb. 2023", "45747.5", "T", "9999999999", "--", "Mon"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, status := parseDate(text)
		if status == dateOK && (!p.date.Known() || p.date.Time().Year() < earliestYear || p.date.Time().Year() >= latestYear) {
			t.Fatalf("parseDate(%q) = %s", text, p.date)
		}
	})
}
