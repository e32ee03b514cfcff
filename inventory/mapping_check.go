package inventory

import (
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"govfootprint/inventory/mapping"
	"govfootprint/inventory/recognition"
)

// A mappingCheck turns a mapping file into rules, and gathers what makes no sense.
type mappingCheck struct {
	mapping  *Mapping
	file     *mapping.File
	problems *mapping.Problems
}

// rule adds a rule and returns its number.
func (c *mappingCheck) rule(kind string, at mapping.Position, text string) int {
	c.mapping.rules = append(c.mapping.rules, mappingRule{file: c.file.Name, line: at.Line, kind: kind, text: text})
	return len(c.mapping.rules) - 1
}

// replace notes that a rule holds no more, because a later file has one about the
// same thing. Nobody need be told that it is not used.
func (c *mappingCheck) replace(rule int) { c.mapping.rules[rule].replaced = true }

// field returns the field of a name.
func (c *mappingCheck) field(t mapping.Text) (field, bool) {
	f, ok := fieldByName(t.Value)
	if !ok {
		c.problems.Refuse(t.At, "%q is no field%s", t.Value, mapping.Hint(t.Value, fieldNames[1:], mapping.Messagef("; docs/inventories.md lists them, such as category, model, quantity, acquired")))
	}
	return f, ok
}

func (c *mappingCheck) sheets() {
	for _, s := range c.file.Sheets {
		text := strings.TrimSpace(s.File.Value + " " + s.Sheet.Value)
		r := sheetRule{rule: c.rule("sheet", s.At, text), file: c.pattern(s.File), sheet: c.pattern(s.Sheet)}
		switch strings.ToLower(s.Skip.Value) {
		case "":
		case "true", "yes":
			r.skip = true
		case "false", "no":
			r.read = true
		default:
			c.problems.Refuse(s.Skip.At, "skip: %q is not one of true, false", s.Skip.Value)
		}
		r.list = c.list(s.List)
		if text := s.HeaderRow.Value; text != "" {
			n, err := strconv.Atoi(text)
			if err != nil || n < 1 {
				c.problems.Refuse(s.HeaderRow.At, "header_row: %q is no row; write its number as a spreadsheet counts, the first is 1", text)
			}
			r.headerRow, r.headerRule = n, c.rule("header_row", s.HeaderRow.At, text)
		}
		r.order = c.order(s.DateOrder)
		r.mark = c.decimal(s.DecimalMark)
		for _, col := range s.Columns {
			c.column(&r, col)
		}
		for _, constant := range s.Constants {
			c.constant(&r, constant)
		}
		c.mapping.sheets = append(c.mapping.sheets, r)
	}
}

func (c *mappingCheck) pattern(t mapping.Text) string {
	pattern := t.Value
	if _, err := path.Match(pattern, ""); err != nil && !strings.Contains(pattern, "[") {
		c.problems.Refuse(t.At, "%q is no pattern of names: * stands for any characters, ? for one", t.Value)
	}
	return pattern
}

func (c *mappingCheck) order(t mapping.Text) dateOrder {
	switch t.Value {
	case "":
	case orderName(orderDayFirst):
		return orderDayFirst
	case orderName(orderMonthFirst):
		return orderMonthFirst
	default:
		c.problems.Refuse(t.At, "date_order: %q is not one of day_first, month_first", t.Value)
	}
	return orderOpen
}

func (c *mappingCheck) decimal(t mapping.Text) *decimalMark {
	mark := pointMark
	switch t.Value {
	case "":
		return nil
	case "point":
	case "comma":
		mark = commaMark
	default:
		c.problems.Refuse(t.At, "decimal_mark: %q is not one of point, comma", t.Value)
	}
	return &mark
}

// column takes what is said of a column. A column of personal data stays shut
// whoever opens it: its values would be quoted in messages, or reported by.
func (c *mappingCheck) column(r *sheetRule, col mapping.Column) {
	name := col.Field.Value
	if name == "" && col.Unit.Value == "" {
		return // not answered yet
	}
	head := headerKey(col.Header.Value)
	rule := columnRule{header: head, column: name, unit: col.Unit.Value}
	m := headers().meaningOf(head, nil)
	switch name {
	case leftAlone:
	case "":
		if rule.column = known(r.list, head, m.field); rule.column == "" {
			c.problems.Refuse(col.Field.At, "columns: %q: a unit alone needs a column that is understood; say its field, too", col.Header.Value)
			return
		}
		if rule.column == m.field.String() {
			rule.field = m.field
		}
	default:
		f, ok := c.canonical(r.list, col.Field)
		if !ok {
			return
		}
		rule.field = f
	}
	switch text := strings.ToLower(col.NotIdentifying.Value); text {
	case "", "false", "no":
	case "true", "yes":
		rule.notIdentifying = true
	default:
		c.problems.Refuse(col.NotIdentifying.At, "not_identifying: %q is not one of true, false", col.NotIdentifying.Value)
	}
	if rule.column != leftAlone && !c.mayOpen(m.why, &rule, col) {
		return
	}
	if rule.unit != "" {
		c.unit(r.list, &rule, col.Unit)
	}
	rule.rule = c.rule("column", col.Header.At, col.Header.Value)
	r.columns = append(r.columns, rule)
}

// mayOpen reports whether a mapping may have a column read.
func (c *mappingCheck) mayOpen(why string, rule *columnRule, col mapping.Column) bool {
	switch {
	case why == whyPersonal:
		c.problems.Refuse(col.Field.At, "columns: %q cannot be read as %s: it is a column of personal data, which is never read; if it holds none, give it another header in the file",
			col.Header.Value, rule.column)
	case why == whyIdentifier && !rule.notIdentifying && !rule.namesThings():
		c.problems.Refuse(col.Field.At, "columns: %q cannot be read as %s: a column of that name holds what single devices are called by; if this one does not, write {field: %s, not_identifying: true}",
			col.Header.Value, rule.column, rule.column)
	default:
		return true
	}
	return false
}

func (c *mappingCheck) unit(list recordKind, rule *columnRule, t mapping.Text) {
	accepted, reads := readsUnit(list, rule, t.Value)
	switch {
	case reads:
	case accepted == "":
		what := mapping.Verbatim(rule.column)
		if rule.column == leftAlone {
			what = mapping.Messagef("a column that is left alone")
		}
		c.problems.Refuse(t.At, "unit: %s is no number and has no unit; take the unit out", what)
	default:
		c.problems.Refuse(t.At, "unit: %q is no unit of %s; write one of %s", t.Value, rule.column, acceptedUnits(accepted))
	}
}

// acceptedUnits lists the units of a measure, each to be said in any language.
func acceptedUnits(accepted string) mapping.Message {
	names := strings.Split(accepted, ",")
	list := mapping.Message{Format: strings.TrimSuffix(strings.Repeat("%s, ", len(names)), ", ")}
	for _, name := range names {
		list.Args = append(list.Args, mapping.Message{Format: strings.ReplaceAll(name, "%", "%%")})
	}
	return list
}

// constant takes a value that all rows of a sheet have.
func (c *mappingCheck) constant(r *sheetRule, pair mapping.Pair) {
	f, ok := c.canonical(r.list, pair.Key)
	text := pair.Value.Value
	if !ok || text == "" {
		return
	}
	wrong, fits := wrongConstant(f, text), f != noField
	if wrong.Format != "" {
		f, fits = noField, false // of another list it may still be one
	}
	for _, s := range schemasOf(r.list) {
		why, accepted := s.wrongConstant(pair.Key.Value, text)
		fits = fits || accepted
		if wrong.Format == "" {
			wrong = why
		}
	}
	if !fits {
		c.problems.Refuse(pair.Value.At, "constants: %s: %q %s", pair.Key.Value, text, wrong)
		return
	}
	r.constants = append(r.constants, constantRule{pair.Key.Value, f, text})
}

// wrongConstant returns why a value cannot be that of all devices; an empty message
// where it can.
func wrongConstant(f field, text string) (wrong mapping.Message) {
	switch {
	case f == noField:
	case f == fieldCountry:
		if _, ok := parseCountry(text); !ok {
			wrong = mapping.Messagef("is no country; write its ISO 3166 code, such as GB")
		}
	case f == fieldCategory:
		if !knownCategory(text) {
			wrong = mapping.Messagef("is no category%s", mapping.Hint(text, recognition.Categories(), mapping.Messagef("; docs/inventories.md lists them")))
		}
	case f == fieldAcquired || f == fieldRetired:
		if _, status := parseDate(text); status != dateOK {
			wrong = mapping.Messagef("is no date; write one such as 2025-03-31")
		}
	case measures[f] != nil:
		if n, ok := parseNumber(text, pointMark, false); !ok {
			wrong = mapping.Messagef("is no number")
		} else if _, ok := measures[f].convert(n, ""); !ok {
			wrong = mapping.Messagef("has a unit of another kind; write one of %s", acceptedUnits(measures[f].accepted))
		}
	case vocabularies()[f] != nil:
		if _, ok := vocabularies()[f].look(text); !ok {
			values := vocabularies()[f].values
			wrong = mapping.Messagef("is no %s%s", f, mapping.Hint(text, values, mapping.Messagef("; write one of %s", strings.Join(values, ", "))))
		}
	case quotableAs(text, kindOf(f)) != text:
		wrong = mapping.Messagef("looks like personal data")
	}
	return wrong
}

// leftOut begins the values that leave a row out: left_out/consumable.
const leftOut = "left_out/"

// reasonsToLeaveOut are what may stand after it.
var reasonsToLeaveOut = []string{string(CodeConsumable), string(CodeNotIT), string(CodeVirtualMachine), string(CodeKindUnsupported), string(CodeNotDelivered)}

// exclusion returns the reason of a value that leaves a row out; is says that it is one.
func (c *mappingCheck) exclusion(t mapping.Text) (reason Code, is bool) {
	text, is := strings.CutPrefix(t.Value, leftOut)
	if is && !slices.Contains(reasonsToLeaveOut, text) {
		c.problems.Refuse(t.At, "%q is no reason to leave a row out; write %s followed by one of %s", t.Value, leftOut, strings.Join(reasonsToLeaveOut, ", "))
		return "", true
	}
	return Code(text), is
}

func (c *mappingCheck) words() {
	for _, v := range c.file.Words {
		f, ok := c.field(v.Field)
		if !ok {
			continue
		}
		vocabulary := vocabularies()[f]
		if vocabulary == nil && f != fieldCountry {
			names := []string{fieldCountry.String()}
			for _, known := range slices.Sorted(maps.Keys(vocabularies())) {
				names = append(names, known.String())
			}
			c.problems.Refuse(v.Field.At, "words: %s takes any text; the fields with words of their own are %s", f, strings.Join(names, ", "))
			continue
		}
		for _, pair := range v.Words {
			if pair.Value.Value != "" {
				c.word(f, vocabulary, pair)
			}
		}
	}
}

func (c *mappingCheck) word(f field, v *vocabulary, pair mapping.Pair) {
	key, value := words(pair.Key.Value), pair.Value
	if key == "" {
		c.problems.Refuse(pair.Key.At, "words.%s: %q holds no letter or digit to know it by", f, pair.Key.Value)
		return
	}
	r := wordRule{rule: -1}
	if f == fieldCountry {
		code, ok := parseCountry(value.Value)
		if !ok {
			c.problems.Refuse(value.At, "words.country: %q is no country; write its ISO 3166 code, such as GB", value.Value)
			return
		}
		r.country = code
		r.rule = c.rule("word", pair.Key.At, pair.Key.Value)
		if before, ok := c.mapping.countries[key]; ok {
			c.replace(before.rule)
		}
		c.mapping.countries[key] = r
		return
	}
	reason, leaves := c.exclusion(value)
	switch {
	case leaves && !slices.Contains([]field{fieldKind, fieldVirtual, fieldStatus}, f):
		c.problems.Refuse(value.At, "words.%s: a word of %s leaves no row out; words of kind, virtual and status can", f, f)
		return
	case leaves && reason == "":
		return
	case leaves:
		r.meaning.exclude = reason
	case value.Value == "-": // says nothing that is needed
	case slices.Contains(v.values, value.Value):
		r.meaning.value = value.Value
	default:
		c.problems.Refuse(value.At, "words.%s: %q is not one of %s%s", f, value.Value, strings.Join(v.values, ", "), mapping.Hint(value.Value, v.values, mapping.Message{}))
		return
	}
	r.rule = c.rule("word", pair.Key.At, pair.Key.Value)
	if c.mapping.words[f] == nil {
		c.mapping.words[f] = make(map[string]wordRule)
	}
	if before, ok := c.mapping.words[f][key]; ok {
		c.replace(before.rule)
	}
	c.mapping.words[f][key] = r
}

// category takes a category with its variant, or a reason to leave out.
func (c *mappingCheck) category(what string, t mapping.Text, variant mapping.Text) (thingRule, bool) {
	reason, leaves := c.exclusion(t)
	if leaves {
		return thingRule{exclude: reason}, reason != ""
	}
	text := t.Value
	if !knownCategory(text) {
		c.problems.Refuse(t.At, "%s: %q is no category%s", what, text, mapping.Hint(text, recognition.Categories(), mapping.Messagef("; docs/inventories.md lists them, such as laptop, monitor, server/rack")))
		return thingRule{}, false
	}
	if v := variant.Value; v != "" {
		if text += "/" + v; !knownCategory(text) {
			c.problems.Refuse(variant.At, "%s: %q is no variant of %s%s", what, v, t.Value, variantsHint(t.Value))
			return thingRule{}, false
		}
	}
	return thingRule{category: text}, true
}

func (c *mappingCheck) categories() {
	for _, pair := range c.file.Categories {
		if pair.Value.Value == "" {
			continue
		}
		key := words(pair.Key.Value)
		if key == "" {
			c.problems.Refuse(pair.Key.At, "categories: %q holds no letter or digit to know it by", pair.Key.Value)
			continue
		}
		if r, ok := c.category("categories", pair.Value, mapping.Text{}); ok {
			r.rule = c.rule("category", pair.Key.At, pair.Key.Value)
			if before, ok := c.mapping.categories[key]; ok {
				c.replace(before.rule)
			}
			c.mapping.categories[key] = r
		}
	}
}

func (c *mappingCheck) models() {
	for _, m := range c.file.Models {
		maker, model := words(m.Manufacturer.Value), words(m.Model.Value)
		switch {
		case maker == "" && model == "":
			c.problems.Refuse(m.At, "models: the entry names neither a manufacturer nor a model")
			continue
		case !m.Answered():
			if m.Variant.Value != "" {
				c.problems.Refuse(m.Variant.At, "models: a variant needs its category")
			}
			continue
		}
		r := modelRule{makerWords: maker, as: m.As.Value}
		r.maker = recognition.Maker(m.Manufacturer.Value)
		if m.Category.Value != "" {
			thing, ok := c.category("models", m.Category, m.Variant)
			if !ok {
				continue
			}
			r.thingRule = thing
		}
		for _, before := range c.mapping.models[model] {
			if before.makerWords == maker {
				c.replace(before.rule)
			}
		}
		r.rule = c.rule("model", m.At, strings.TrimSpace(m.Manufacturer.Value+" "+m.Model.Value))
		c.mapping.models[model] = append(c.mapping.models[model], r)
	}
}

// knownCategory reports whether a text is a category, with or without a variant.
func knownCategory(text string) bool {
	category, variant, _ := strings.Cut(text, "/")
	return slices.Contains(recognition.Categories(), text) || recognition.KnowsVariant(category, variant)
}

// variantsHint lists the variants of a category.
func variantsHint(category string) mapping.Message {
	names := recognition.Variants(category)
	if len(names) == 0 {
		return mapping.Messagef("; it has none")
	}
	return mapping.Messagef("; it has %s", strings.Join(names, ", "))
}
