package workbook

// The colours are the categorical palette that the UK Government Analysis
// Function recommends for charts: told apart by people with any kind of colour
// vision, each at least 3 to 1 against white.
// https://analysisfunction.civilservice.gov.uk/policy-store/data-visualisation-colours-in-charts/
const (
	darkBlue    = "12436D"
	turquoise   = "28A197"
	darkPink    = "801650"
	orange      = "F46A25"
	darkGrey    = "3D3D3D"
	lightPurple = "A285D1"
)

// Colours of text and surfaces.
const (
	ink       = "1D1D1B"
	quietInk  = "595959" // 7 to 1 against white
	white     = "FFFFFF"
	line      = "BFBFBF"
	faintLine = "E3E6EA"
	shade     = "F2F5F8"
	linkInk   = "0B4F8A"
	gapFill   = "FDEFE6" // behind what is missing
	inputInk  = "0000C0" // blue, as modellers mark inputs; 11 to 1 against white
)

// series are the colours of a chart's series, in order.
var series = []string{darkBlue, turquoise, orange, darkPink, lightPurple, darkGrey}
