package fold_test

import (
	"testing"

	"govfootprint/inventory/fold"
)

func TestVisible(t *testing.T) {
	for text, want := range map[string]string{
		"":                                   "",
		"Parc 2024 (Écran)":                  "Parc 2024 (Écran)",
		"S\x1b[31m\u202Egpj.exe":             "S[31mgpj.exe",
		"a\x9b31m":                           "a\uFFFD31m",
		"a\u009b31m\x7f":                     "a31m",
		"two\nlines\tand\u2028more\u0085":    "two lines and more ",
		"mark\u061C\u200E\u200F\u2066\u2069": "mark",
		"tag\U000E0041\U000E007F":            "tag",
		"so\u00ADft\uFEFF":                   "soft",
		"می\u200Cخواهم":                      "می\u200Cخواهم",
		"क्\u200Dष":                          "क्\u200Dष",
		"lap\u200Dtop\u200C":                 "laptop",
		"می\u200C\u202Eخ":                    "میخ",
		"5\u00A0kg 😀 日本":                     "5\u00A0kg 😀 日本", //nolint:gosmopolitan // any script stays as it is
	} {
		if got := fold.Visible(text); got != want {
			t.Errorf("Visible(%q) = %q, want %q", text, got, want)
		} else if again := fold.Visible(got); again != got {
			t.Errorf("Visible(%q) = %q: not what it was", got, again)
		}
	}
}
