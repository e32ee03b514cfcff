package inventory

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"govfootprint/inventory/recognition"
)

// Registers of fixed assets often say what a thing is in a description alone:
// "LAPTOP COMPUTER, DELL LATITUDE 5420". It is free text, in which anything may
// stand, names too. So it is read only where no column has the model and many of
// its texts name a device; and of each text only what the catalogue knows is kept,
// never the text. What is not recognised is not quoted either.

// descriptionHeaders are the headers of such columns.
var descriptionHeaders = []string{
	"description", "itemdescription", "assetdescription", "equipmentdescription", "productdescription", "shortdescription", "details", "itemdetails",
	"descriptiondelarticle", "descriptiondumateriel", "descriptif", "beschreibung",
	"descripcion", //nolint:misspell // Spanish
	"descricao", "descrizione", "beskrivelse", "omschrijving",
}

// asDescription is the unit of a model column that holds descriptions.
const asDescription = "description"

// claimDescription takes a column of descriptions for the model, if there is none.
func (j *judge) claimDescription() {
	t := j.table
	if j.column(fieldModel) >= 0 || j.column(fieldModelNumber) >= 0 || len(t.wide) > 0 {
		return
	}
	if !j.listsItems() {
		return
	}
	const enough = 30 // hundredths; the rest may be furniture
	for i, info := range t.infos {
		if info.Why != whyPersonal || info.How == howMapping || !slices.Contains(descriptionHeaders, t.header.headers[i].key) {
			continue
		}
		s := j.sample(i)
		if s.filled < fewRows {
			continue
		}
		named := 0
		for text, n := range s.values {
			if _, known := describedThing(recognition.Thing{Model: text}); known {
				named += n
			}
		}
		if named*100 < s.filled*enough {
			continue
		}
		j.bind(i, fieldModel, asDescription)
		t.personal = slices.DeleteFunc(t.personal, func(header string) bool { return header == info.Header })
		t.names = slices.DeleteFunc(t.names, func(place int) bool { return place == i })
		j.tell(CodeColumnDescription, i, strconv.Itoa(named), strconv.Itoa(s.filled))
		return
	}
}

// listsItems reports whether the rows are things that somebody has: they have
// numbers, holders, dates of purchase, a state or a count. Tables of reference
// describe devices, too.
func (j *judge) listsItems() bool {
	for i, info := range j.table.infos {
		described := slices.Contains(descriptionHeaders, j.table.header.headers[i].key)
		if info.Why == whyIdentifier || info.Why == whyPersonal && !described {
			return true
		}
	}
	return slices.ContainsFunc(j.table.columns, func(c column) bool {
		return slices.Contains([]field{fieldAcquired, fieldRetired, fieldStatus, fieldQuantity, fieldOwnership}, c.field)
	})
}

// describesThings reports whether the models of the table are descriptions.
func (c *converter) describesThings() bool {
	unit, _ := c.unitOf(fieldModel)
	return unit == asDescription
}

// describedThing returns a thing with as much of its description as the catalogue
// knows, and whether that is anything.
func describedThing(t recognition.Thing) (recognition.Thing, bool) {
	found := recognition.Recognise(recognition.Thing{Model: t.Model})
	text := t.Model
	t.Model = ""
	switch {
	case found.Left != "":
		if recognition.Recognise(t).Category == "" { // a class of things says less than what is done to one
			t.Type = found.LeftWord
		}
		return t, true
	case found.How == recognition.Unresolved:
		return t, false
	case found.How == recognition.Identifier:
		t.Manufacturer, t.Model = cmp.Or(t.Manufacturer, found.Manufacturer), found.Model
	case found.Family != "":
		t.Manufacturer, t.Model = cmp.Or(t.Manufacturer, found.Manufacturer), designationOf(text, found.Family)
	case recognition.IsMaker(found.Manufacturer):
		t.Manufacturer = cmp.Or(t.Manufacturer, found.Manufacturer)
	}
	if recognition.Recognise(t).Category == "" { // the type says nothing, or a class of things
		t.Type = found.Category
		if found.Variant != "" {
			t.Type += "/" + found.Variant
		}
	}
	return t, true
}

// designationOf returns a family and what designates the model in it: the words
// with digits that follow, and those of generations and forms between them.
func designationOf(text, family string) string {
	const most = 6 // words
	fields := strings.Fields(words(text))
	name := strings.Fields(family)
	at := 0
	for at+len(name) <= len(fields) && !slices.Equal(fields[at:at+len(name)], name) {
		at++
	}
	if at+len(name) > len(fields) {
		return family
	}
	kept := slices.Clone(name)
	for _, w := range fields[at+len(name) : min(len(fields), at+len(name)+most)] {
		if !strings.ContainsFunc(w, unicode.IsDigit) && !slices.Contains(formWords, w) {
			break
		}
		kept = append(kept, w)
	}
	return strings.Join(kept, " ")
}

// formWords are words of models that are no names.
var formWords = []string{"pro", "air", "mini", "max", "plus", "se", "gen", "generation", "sff", "usff", "mt", "tower", "micro", "aio", "dm", "x", "carbon", "yoga", "book", "go", "studio"}
