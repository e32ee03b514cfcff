package recognition

// Thing is what a row says about the thing it describes, as its cells stand. An
// empty text is one that the row does not state.
type Thing struct {
	Type         string // laptop, Écran, IP Switch
	Subtype      string // the finer type, where there are two
	Chassis      string // firmware's chassis type, as a number or a name
	Manufacturer string
	Model        string // Latitude 5420, 20XW004AUK, MacBookPro18,3
	Number       string // model number or identifier, where the row has one beside the model
	Variant      string // sub-category in the catalogue's own words: 14in
	Casing       string // of a server: rack, tower, blade
	Screen       int64  // diagonal in hundredths of an inch; 0 for unknown
}

// How says how the category of a thing was found.
type How string

// The ways to a category, the surest first.
const (
	Stated     How = "stated"     // the row names it: in the catalogue's own words, by a known synonym, by its chassis
	Identifier How = "identifier" // an identifier of one product: Lenovo machine type, Apple model identifier, Samsung code
	Model      How = "model"      // the model is one of a known family and names one product of it: latitude 5420
	Family     How = "family"     // the product family is known
	Keyword    How = "keyword"    // a word of the model or of the type says it
	Unresolved How = "unresolved" // nothing tells, or it can be read in several ways
)

// Confidence says how sure the category is. A graded figure is capped by it.
type Confidence int

// Degrees of confidence.
const (
	NoConfidence Confidence = iota // nothing is known
	Low                            // a word among others, or statements that contradict each other
	Medium                         // the family is known, not the product
	High                           // stated, or one product is named
)

func (c Confidence) String() string { return [...]string{"none", "low", "medium", "high"}[c] }

// Reason says why a row is no hardware of its own.
type Reason string

// Reasons to leave a row out.
const (
	VirtualMachine  Reason = "virtual_machine"
	Consumable      Reason = "consumable" // and accessories without a footprint of their own
	NotIT           Reason = "not_it"
	KindUnsupported Reason = "kind_unsupported" // software, services
	TotalRow        Reason = "total_row"
)

// ContradictionKind says which two statements do not agree.
type ContradictionKind string

// Kinds of contradiction.
const (
	MakerAgainstModel ContradictionKind = "maker" // HP with Latitude 5420; the model decides
	TypeAgainstModel  ContradictionKind = "type"  // Laptop with OptiPlex 7090; the type decides
)

// A Contradiction is two statements of a row that cannot both be true.
type Contradiction struct {
	Kind    ContradictionKind
	Stated  string // canonical maker or category that the row states
	ByModel string // the one that the model says
}

// Result is what recognition made of a [Thing].
type Result struct {
	Category     string // of the catalogue; empty where unresolved
	Variant      string // sub-category
	Manufacturer string // canonical, lower case; one that is in no list is its own name
	Family       string
	Model        string // canonical, see [CanonicalModel]; in the row's own words where the product is not known; empty for a placeholder
	How          How
	Confidence   Confidence
	Why          string // one sentence for a person; empty where there is nothing to say

	Left     Reason // not empty: the row is no hardware of its own, and the rest is empty
	LeftWord string // the text that gives the reason

	Contradictions []Contradiction
	Alternatives   []string // categories between which the row does not decide
	UnknownType    bool     // the row has a type that is in no list
	Remark         string   // what the type says in brackets: "disposed" of "Laptops (disposed)"
}
