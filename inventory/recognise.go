package inventory

import "govfootprint/inventory/recognition"

// A recognised device, or the reason to leave it out.
type recognised struct {
	device       device
	exclude      Code
	reason       string // the word that gives the reason
	maker        string // stated maker that contradicts the model, canonical
	typeClash    string // category of the model that contradicts the stated one
	unknownType  bool   // the row has a type that is in no list
	alternatives []string
	remark       string // what the type cell says in brackets
}

// recognise finds out what a row describes; see package recognition.
func recognise(t recognition.Thing) recognised {
	found := recognition.Recognise(t)
	if found.Left != "" {
		return recognised{exclude: Code(found.Left), reason: found.LeftWord}
	}
	r := recognised{unknownType: found.UnknownType, alternatives: found.Alternatives, remark: found.Remark}
	for _, c := range found.Contradictions {
		switch c.Kind {
		case recognition.MakerAgainstModel:
			r.maker = c.Stated
		case recognition.TypeAgainstModel:
			r.typeClash = c.ByModel
		}
	}
	r.device = device{
		kind: Hardware, category: found.Category, variant: found.Variant, manufacturer: found.Manufacturer, family: found.Family, model: found.Model,
		recognition: recognitionOf(&found),
	}
	return r
}

// statusIn returns the status that what stands in the brackets of a type tells:
// that the things of "Laptops (disposed)" have left. Other words in brackets may
// mean anything.
func statusIn(remark string) *wordValue {
	if remark == "" {
		return nil
	}
	m, ok := vocabularies()[fieldStatus].look(remark)
	if !ok || !leftService(Status(m.value)) {
		return nil
	}
	v := wordValueOf(vocabularies()[fieldStatus], m, remark)
	return &v
}

// recognitionOf returns the value by which calc caps the grade: how the category
// was found, or that the row contradicts itself.
func recognitionOf(r *recognition.Result) Recognition {
	if r.How != recognition.Unresolved && len(r.Contradictions) > 0 {
		return Contradicted
	}
	return Recognition(r.How)
}
