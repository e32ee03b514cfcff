package wording

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"govfootprint/factors"
)

// text is one text of a catalogue as it was written.
type text struct{ template template }

// all returns every text of a catalogue by its key: a label's, or the origin,
// code and part of a message.
func all(c *Catalogue) map[string]text {
	texts := make(map[string]text)
	for key, t := range c.labels {
		texts["labels."+key] = text{t}
	}
	for origin, messages := range c.messages {
		for code, m := range messages {
			for part, t := range map[string]template{"title": m.title, "text": m.text, "fix": m.fix} {
				texts[string(origin)+"."+code+"."+part] = text{t}
			}
		}
	}
	return texts
}

// String returns a text with its places as they are named, to compare and to show.
func (t text) String() string {
	var b strings.Builder
	for _, p := range t.template {
		switch {
		case p.optional != nil:
			b.WriteString("[[" + text{p.optional}.String() + "]]")
		case p.counted:
			b.WriteString("{" + p.argument + "|" + p.one + "|" + p.many + "}")
		case p.argument != "":
			b.WriteString("{" + p.argument + "}")
		default:
			b.WriteString(p.text)
		}
	}
	return b.String()
}

// arguments returns the arguments that a text uses, sorted.
func (t text) arguments() []string {
	var names []string
	for _, p := range t.template {
		if p.argument != "" {
			names = append(names, p.argument)
		}
		names = append(names, text{p.optional}.arguments()...)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// languages reads both catalogues as they are written.
func languages(t *testing.T) (english, french *Catalogue) {
	t.Helper()
	english, err := read(files, "en.yaml")
	if err != nil {
		t.Fatal(err)
	}
	french, err = read(files, "fr.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return english, french
}

// otherArguments are the texts in which French uses other arguments, on purpose.
var otherArguments = []string{
	"labels.date",         // 31/03/2025
	"labels.period.years", // 2024-2025
}

// alike are the keys of texts that are the same in both languages, and rightly so.
var alike = regexp.MustCompile(`^labels\.(manufacturer\..*|summary\.subtitle|counted\.amount|shadow|column\.total|column\.part|column\.sha256|scope\.key|not\.representative|` +
	`stage\.distribution|variant\.(micro|rack|laser)|category\.(smartphone|webcam)s?|category\.webcam|total|terminal\.total|terminal\.reason|issue\.hint|` +
	`dimension\.(site|application)|kind\.cloud|column\.(site|dimension|impact|source|code|option|format|coefficient|rows|unit|url|service|application|configuration|scope|total_only|distribution)|` +
	`sheet\.[a-z]+|template\.(notes|unit)|energy\.(watts|power)|property\.impact|method\.(distribution|impacts)\.name|condition\..*|manifest\.version|symbol\.1|` +
	`severity\.[a-z]+|quoted|symbol\.h|problem\.only|colocation|hosting\.colocation|terminal\.reasons|viewed\..*|inspect\.layouts\.applications|column\.licence|record\.(source|licence)|` +
	`unit\.(tCO2e|kgCO2e|kg|kWh|m3|L/kWh|kgCO2e/kWh)|disclosure\.(fr\.unit\.[a-z_]+|(years|column)\.scope_[123]|column\.(pue|wue|site)|shared_approach\.aim|gap\.row)|` +
	`inspect\.(encoding\..*|problem|layouts\.generic|how\.|values\.dates))$`)

// French has every text that English has, and none more; where one is missing
// the test writes the line to be translated. Factor packs bring their own words
// in English, so the codes stand for them.
func TestFrenchHasEveryText(t *testing.T) {
	english, french := languages(t)
	have, want := all(french), all(english)
	for _, key := range slices.Sorted(maps.Keys(want)) {
		if _, ok := have[key]; !ok && want[key].template != nil {
			t.Errorf("fr.yaml lacks %s, in English %q", key, want[key])
		}
	}
	for _, key := range slices.Sorted(maps.Keys(have)) {
		if _, ok := want[key]; !ok && !strings.HasPrefix(key, string(Factors)+".") {
			t.Errorf("fr.yaml has %s, which en.yaml has not", key)
		}
	}
	for _, code := range factors.Codes() {
		if !french.HasCode(Factors, string(code)) {
			t.Errorf("fr.yaml lacks factors.%s", code)
		}
	}
	for _, code := range french.Codes(Factors) {
		if !slices.Contains(factors.Codes(), factors.Code(code)) {
			t.Errorf("fr.yaml has factors.%s, which is no code", code)
		}
	}
}

// French says with the same arguments what English says, in words of its own.
func TestFrenchIsFrench(t *testing.T) {
	english, french := languages(t)
	have := all(french)
	for key, e := range all(english) {
		f, ok := have[key]
		if !ok || e.template == nil {
			continue
		}
		if !slices.Equal(f.arguments(), e.arguments()) && !slices.Contains(otherArguments, key) {
			t.Errorf("%s uses the arguments %v in French and %v in English", key, f.arguments(), e.arguments())
		}
		if f.String() == e.String() && !alike.MatchString(key) {
			t.Errorf("%s is %q in both languages", key, f)
		}
	}
}

// Signs that take a space before them in French have an unbreakable one, inside
// code excepted.
func TestFrenchTypography(t *testing.T) {
	_, french := languages(t)
	wrong := regexp.MustCompile(`[\pL\pN»})][;!?]|[\pL»})]:( |$)|[ ][;:!?%»]|«[^\x{a0}]|[^\x{a0}]»|'`)
	code := regexp.MustCompile("`[^`]*`|\u00a0(factor|country|name|unit|count|cut|verified|period|what|why|year|reason|pue|lifetime_years|quantity|annual_kwh|hosting|-)[^»]*\u00a0")
	check := func(key, text string) {
		if found := wrong.FindString(code.ReplaceAllString(text, "\u00a0X\u00a0")); found != "" {
			t.Errorf("%s: %q in %q", key, found, text)
		}
	}
	for key, f := range all(french) {
		check(key, f.String())
	}
	for english, phrase := range french.Phrases() {
		check(english, regexp.MustCompile(`%\d*(\[\d\])?[a-z]`).ReplaceAllString(phrase, "X"))
	}
}
