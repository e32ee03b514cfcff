package mapping

// Version is the version of the form that is read and written.
const Version = "1"

// A File is a mapping file.
type File struct {
	Name       string // as messages name it
	Sheets     []Sheet
	Words      []Vocabulary
	Categories []Pair // text of a cell that says what the thing is, to its category
	Models     []Model
}

// Position is where something stands in a file, both from 1; a line of 0 is nowhere.
type Position struct{ Line, Column int }

// Text is a text and where it stands. Empty is what a person has not answered
// yet; it changes nothing.
type Text struct {
	Value string
	At    Position
}

// A Pair is a key with its value.
type Pair struct{ Key, Value Text }

// A Sheet says how some sheets are to be read: those whose file and sheet have
// these names. Both may be patterns of path.Match; empty is any.
type Sheet struct {
	At          Position
	File, Sheet Text
	Skip        Text // true or false; empty: as without a mapping
	List        Text // what the sheet lists: devices, virtual_machines …; empty: what it looks like
	HeaderRow   Text // a row as a spreadsheet counts
	DateOrder   Text // day_first or month_first
	DecimalMark Text // point or comma
	Columns     []Column
	Constants   []Pair // field to the value of all rows that state none
}

// A Column says what the column of a header is.
type Column struct {
	Header         Text
	Field          Text // a canonical column; "-" to leave the column alone
	Unit           Text
	NotIdentifying Text // true: whatever its header says, the column names no single device
}

// A Vocabulary is the words of one field.
type Vocabulary struct {
	Field Text
	Words []Pair
}

// A Model says what the things of a maker and model are.
type Model struct {
	At                  Position
	Manufacturer, Model Text // as the inventory writes them; an empty one is any
	Category, Variant   Text
	As                  Text // maker and model as they are usually written
}

// Answered reports whether a person has said anything about the model.
func (m Model) Answered() bool { return m.Category.Value != "" || m.As.Value != "" }
