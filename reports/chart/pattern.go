package chart

// Colours of a chart. The series have the categorical palette that the UK
// Government Analysis Function recommends: told apart by people with any kind of
// colour vision, each at least 3 to 1 against white.
// https://analysisfunction.civilservice.gov.uk/policy-store/data-visualisation-colours-in-charts/
const (
	ink   = "#0b0c0c"
	quiet = "#484949"
	rule  = "#858686"
	paper = "#ffffff"
)

// pattern is how a series is filled: a colour, and white marks on it that tell it
// from the others where there are no colours.
type pattern struct {
	colour string
	marks  string // in a tile of eight by eight pixels
}

// patterns are the fillings of series, in order.
var patterns = [...]pattern{
	{"#12436d", ""},
	{"#28a197", `<path d="M-2 2 2-2M-2 10 10-2M6 10 10 6" stroke="#fff" stroke-width="2"/>`},
	{"#f46a25", `<circle cx="2" cy="2" r="1.4" fill="#fff"/><circle cx="6" cy="6" r="1.4" fill="#fff"/>`},
	{"#801650", `<path d="M0 4H8M4 0V8" stroke="#fff" stroke-width="1.2"/>`},
	{"#3d3d3d", `<path d="M0 2H8M0 6H8" stroke="#fff" stroke-width="1.4"/>`},
	{"#a285d1", `<path d="M2 0V8M6 0V8" stroke="#fff" stroke-width="1.4"/>`},
}

// define writes the patterns of as many series as there are.
func (d *svg) define(series int) {
	d.writef("<defs>")
	for i := range min(series, len(patterns)) {
		d.writef(`<pattern id="%s-%d" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="%s"/>%s</pattern>`,
			escape(d.frame.ID), i, patterns[i].colour, patterns[i].marks)
	}
	d.writef("</defs>")
}

// square draws the mark of a series in a legend.
func (d *svg) square(series int, x string, y int) {
	d.writef(`<rect x="%s%%" y="%d" width="%d" height="%d" fill="%s"/>`, x, y+2, swatch, swatch, d.fill(series))
}
