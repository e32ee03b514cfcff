package inventory

import "testing"

func TestPeriod(t *testing.T) {
	for _, c := range []struct {
		text     string
		days     int
		num, den int64
		year     int
	}{
		{"2023", 365, 1, 1, 2023},
		{"2024", 366, 1, 1, 2024}, // a leap year is a year
		{"2024-04-01/2025-03-31", 365, 1, 1, 2024},
		{"2025-01-01/2025-03-31", 90, 3, 12, 2025},
		{"2024-01-01/2025-12-31", 731, 2, 1, 2024},
		{"2025-01-15/2025-02-14", 31, 31, 365, 2025},
		{"2024-12-15/2025-01-20", 37, 37, 365, 2025}, // 17 days of 2024, 20 of 2025
	} {
		p, err := ParsePeriod(c.text)
		if err != nil {
			t.Fatal(err)
		}
		num, den := p.Years()
		if p.Days() != c.days || num != c.num || den != c.den || p.Year() != c.year || p.String() != c.text {
			t.Errorf("%s: %d days, %d/%d years, year %d, %s", c.text, p.Days(), num, den, p.Year(), p)
		}
	}
	for _, text := range []string{"", "25", "2024-13-01/2025-01-01", "2025-02-01/2025-01-01", "2024/2025"} {
		if p, err := ParsePeriod(text); err == nil {
			t.Errorf("%q became %s", text, p)
		}
	}
}

func TestMonth(t *testing.T) {
	m, err := ParseMonth("2025-03")
	if err != nil || m.String() != "2025-03" || m.Year() != 2025 || m != NewDate(2025, 3, 31).Month() {
		t.Errorf("%v %s %d", err, m, m.Year())
	}
	if m, err := ParseMonth(""); err != nil || m.Known() {
		t.Errorf("no month: %v %s", err, m)
	}
	if _, err := ParseMonth("March"); err == nil {
		t.Error("March was read")
	}
}
