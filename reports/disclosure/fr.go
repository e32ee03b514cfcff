package disclosure

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
	"govfootprint/inventory"
	"govfootprint/reports"
)

// france is what ADEME's product category rules for information systems ask a
// report to contain, the counts of their minimum inventory, and the indicators of
// the State's guide to responsible digital practice. The facts of the rules are
// used, in words of our own; their text is ADEME's.
func (a *author) france() {
	v := a.view(France,
		french("ADEME, RCP « Systèmes d’information », version 2 (2024)", "https://github.com/DISIC/MiNumEco"),
		french("Guide de bonnes pratiques numérique responsable pour les organisations (DINUM, MTE, INR)", "https://ecoresponsable.numerique.gouv.fr"), //nolint:misspell // French
	)
	a.checklist(v)
	a.minimumInventory(v)
	a.qualityClasses(v)
	a.guide(v)
	v.note(said("fr.note"))
}

// state says how far an item of the checklist is filled in.
type state string

const (
	filled  state = "filled"
	inPart  state = "part"
	missing state = "missing"
)

// item is an item of the checklist.
type item struct {
	key   string
	state state
	found Text // what the report has
	give  Text // what to add where it is not filled in
}

// checklist is the table of what a conforming report contains.
func (a *author) checklist(v *viewAuthor) {
	t := v.table("checklist", wide("item"), head("state"), wide("found"))
	t.Note = said("fr.checklist.note")
	for _, i := range a.items() {
		found := words(i.found)
		switch i.state { //nolint:exhaustive // what is filled has no gap
		case inPart:
			found.Gap = &Gap{said("gap.part"), i.give}
		case missing:
			found = gap(i.found, i.give)
		}
		t.add(i.key, words(said("fr.item."+i.key)), words(said("state."+string(i.state))), found)
	}
}

// items are the items of the checklist with what the report has of each.
func (a *author) items() []item {
	r := a.report
	one := decimal.NewFromInt(1)
	counts := func(s calc.FindingSeverity) int {
		n := 0
		for _, f := range r.Findings {
			if f.Severity == s {
				n++
			}
		}
		return n
	}
	list := []item{
		{key: "version", state: inPart, found: said("fr.found.version"), give: said("fr.give.version")},
		{key: "unit", state: filled, found: said("fr.found.unit", r.Period)},
		{key: "method", state: filled, found: said("fr.found.method", labelled("basis."+string(r.Method.WithDefaults().Basis)), labelled("view."+string(r.View())), labelled("sheet.method"))},
		{key: "diagram", state: missing, found: said("gap.by_hand"), give: said("fr.give.diagram")},
		a.stagesItem(),
		a.impactsItem(),
		a.organisationItem(),
		a.exclusionsItem(),
		{key: "assumptions", state: filled, found: said("fr.found.assumptions", counts(calc.Assumption), labelled("sheet.findings"))},
		{key: "quantities", state: filled, found: said("fr.found.quantities", r.Units, r.Activity, r.Circularity.Lifetime.Units, labelled("sheet.lines"), labelled("sheet.calculations"))},
		a.lifetimesItem(),
		{key: "sources", state: filled, found: said("fr.found.sources", len(r.Factors), len(sourcesOf(r)), labelled("sheet.factors"), labelled("sheet.manifest"))},
	}
	stated := decimal.Zero
	for _, c := range r.Evidence.Classes {
		if c.Class != "" {
			stated = stated.Add(decimal.NewFromInt(c.Rows))
		}
	}
	part := reports.Share(stated, decimal.NewFromInt(max(1, r.Rows.Assessed)))
	quality := item{key: "quality", state: inPart, found: said("fr.found.quality", share(part)), give: said("fr.give.quality")}
	switch {
	case stated.IsZero():
		quality.state, quality.found = missing, said("fr.found.no_quality")
	case part.GreaterThanOrEqual(one):
		quality.state = filled
	}
	grades := item{key: "summary", state: filled, found: said("fr.found.summary", labelled("sheet.summary"))}
	return append(list, quality, grades,
		item{key: "unreliable", state: filled, found: said("fr.found.unreliable", counts(calc.Caution), labelled("sheet.findings"))},
		item{key: "limitations", state: inPart, found: said("fr.found.limitations", counts(calc.Gap), labelled("sheet.findings")), give: said("fr.give.limitations")},
	)
}

// stagesItem says which life-cycle stages have a figure for climate change.
func (a *author) stagesItem() item {
	gwp, _ := a.report.Impact(factors.GWP)
	i := item{key: "stages", state: filled, found: said("fr.found.stages"), give: said("fr.give.stages", labelled("sheet.findings"))}
	var open []string
	for _, s := range gwp.Stages {
		if !s.Known || !s.Applies {
			open = append(open, string(s.Stage))
			continue
		}
		if c := s.Coverage; c.UnitsCovered.LessThan(c.Units) || c.ActivitiesCovered < c.Activities {
			i.state = inPart
		}
	}
	switch {
	case len(open) == len(gwp.Stages):
		i.state, i.found = missing, said("fr.found.no_stages")
	case len(open) > 0:
		i.state, i.found = inPart, said("fr.found.some_stages", len(gwp.Stages)-len(open))
	case i.state == inPart:
		i.found = said("fr.found.covered_stages", share(gwp.Coverage.Share))
	}
	return i
}

// impactsItem counts the impacts that have a figure. Which are mandatory stands in
// rules that were not read, so that the item is never filled in whole.
func (a *author) impactsItem() item {
	n := 0
	for _, i := range a.report.Impacts {
		if i.Known {
			n++
		}
	}
	return item{key: "impacts", state: inPart, found: said("fr.found.impacts", n), give: said("fr.give.impacts")}
}

func (a *author) organisationItem() item {
	r := a.report
	departments, sites := namedKeys(r, calc.ByDepartment), namedKeys(r, calc.BySite)
	i := item{key: "organisation", state: inPart, give: said("fr.give.organisation")}
	i.found = said("fr.found.organisation", textOr(r.Organisation, labelled("not.stated")), r.Method.Users, departments, sites)
	return i
}

// namedKeys counts what the inventory names along a dimension.
func namedKeys(r *reports.Report, d calc.Dimension) int {
	n := 0
	for _, s := range r.Breakdown(d).Slices {
		if s.Key != "" {
			n++
		}
	}
	return n
}

func textOr(text string, otherwise Text) Text {
	if text == "" {
		return otherwise
	}
	return plain(text)
}

func (a *author) exclusionsItem() item {
	var what []string
	for _, e := range a.report.Reporting.Exclusions {
		what = append(what, e.What+" ("+e.Why+")")
	}
	i := item{key: "exclusions", state: inPart, found: said("fr.found.no_exclusions", a.report.Rows.Excluded), give: said("fr.give.exclusions")}
	if len(what) > 0 {
		i.state, i.found = filled, said("fr.found.exclusions", strings.Join(what, "; "), a.report.Rows.Excluded)
	}
	return i
}

func (a *author) lifetimesItem() item {
	n := len(a.report.Method.Lifetimes)
	i := item{key: "lifetimes", state: inPart, found: said("fr.found.lifetimes", n), give: said("fr.give.lifetimes")}
	if n == 0 {
		i.found = said("fr.found.no_lifetimes")
	}
	return i
}

// sourcesOf lists the publications that the factors used are cited from.
func sourcesOf(r *reports.Report) []*factors.Source {
	var list []*factors.Source
	for _, u := range r.Factors {
		if u.Match != nil && u.Match.Factor != nil && u.Match.Factor.Source != nil && !slices.Contains(list, u.Match.Factor.Source) {
			list = append(list, u.Match.Factor.Source)
		}
	}
	return list
}

// minimum is the minimum inventory of the rules' annex A: the categories whose
// units each line counts.
var minimum = []struct {
	key        string
	categories []string
}{
	{key: "desktop", categories: []string{"desktop", "workstation", "all-in-one", "thin-client"}},
	{key: "laptop", categories: []string{"laptop", "mobile-workstation"}},
	{key: "monitor", categories: []string{"monitor"}},
	{key: "dock", categories: []string{"dock"}},
	{key: "television", categories: []string{"television", "projector"}},
	{key: "tablet", categories: []string{"tablet"}},
	{key: "printer", categories: []string{"printer", "plotter", "scanner"}},
	{key: "fixed_phone", categories: []string{"ip-phone"}},
	{key: "smartphone", categories: []string{"smartphone", "feature-phone"}},
	{key: "switch", categories: []string{"switch", "router", "modem-router", "network-device", "load-balancer"}},
	{key: "wifi", categories: []string{"access-point"}},
	{key: "security", categories: []string{"firewall"}},
	{key: "server", categories: []string{"server"}},
	{key: "rack", categories: []string{"rack"}},
	{key: "storage", categories: []string{"storage", "tape-library"}},
	{key: "support", categories: []string{"ups", "pdu", "cooling"}},
}

// minimumElsewhere are the lines of the annex that are counted in other measures,
// or that no inventory of equipment holds.
var minimumElsewhere = []string{"machines", "room", "offices", "transport", "kwh_other", "paper", "staff", "services"}

func (a *author) minimumInventory(v *viewAuthor) {
	t := v.table("minimum", head("datum"), head("unit"), Column{Key: "amount", Head: said("column.amount")})
	t.Note = said("fr.minimum.note")
	for _, line := range minimum {
		c := a.overCategories(group{line.key, line.categories}, "", Pieces)
		if c == nil {
			c = words(said("fr.none"))
		}
		t.add(line.key, words(said("fr.datum."+line.key)), unitOf(Pieces), c)
	}
	home := words(said("fr.none"))
	for _, s := range a.report.Breakdown(calc.ByHosting).Slices {
		if s.Key == string(inventory.Home) && s.Units.IsPositive() {
			home = a.shown(s.Units, Pieces, of(Slice{Dimension: calc.ByHosting, Key: s.Key}))
		}
	}
	t.add("home", words(said("fr.datum.home")), unitOf(Pieces), home)
	energy := a.copied(Scopes, "electricity", "total", "kwh")
	if energy == nil {
		energy = gap(said("gap.energy"), said("give.energy"))
	}
	t.add("kwh", words(said("fr.datum.kwh")), unitOf(KWh), energy)
	for _, s := range a.report.Breakdown(calc.ByCategory).Slices {
		for _, amount := range s.Amounts {
			t.add(s.Key+" "+amount.Measure, words(named("category", s.Key)), words(plain(amount.Measure)), given(amount.Value, Count))
		}
	}
	for _, key := range minimumElsewhere {
		t.add(key, words(said("fr.datum."+key)), words(said("fr.unit."+key)), gap(said("gap.not_in_inventory"), said("fr.give."+key)))
	}
}

// qualityClasses is how many rows state each class of data quality.
func (a *author) qualityClasses(v *viewAuthor) {
	t := v.table("quality", head("class"), figures("rows", Rows), figures("share", Share))
	t.Note = said("fr.quality.note")
	var parts []Expression
	for _, class := range []inventory.Quality{inventory.HighQuality, inventory.MediumQuality, inventory.LowQuality, ""} {
		rows := int64(0)
		for _, c := range a.report.Evidence.Classes {
			if c.Class == class {
				rows = c.Rows
			}
		}
		key := "class_" + string(class)
		t.add(key, words(said("class."+string(class))), counted(rows, Rows), nil)
		parts = append(parts, v.here(t, key, "rows"))
	}
	t.add("total", words(labelled("total")), a.worked(Rows, sum(parts...)), nil).Total = true
	if !t.Cell("total", "rows").Figure.Value.IsZero() {
		a.shares(v, t, "rows")
	}
}

// guide is the indicators of the State's guide.
func (a *author) guide(v *viewAuthor) {
	t := v.table("guide", head("figure"), head("unit"), Column{Key: "value", Head: said("column.value")})
	add := func(key string, unit Unit, c *Cell) {
		name := &Cell{}
		if unit != "" {
			name = unitOf(unit)
		}
		t.add(key, words(said("fr.guide."+key)), name, c)
	}
	add("assessed", "", words(said("fr.yes")))
	add("per_fte", KgPerFTE, a.copied(Scopes, "years", "kg_per_fte", "current"))
	add("per_user", KgPerUser, a.perUser())
	add("lifetime", Years, a.orGap(a.copied(Circularity, "holdings", "total", "lifetime"), "lifetime"))
	stock := gap(said("gap.status"), said("give.status"))
	for _, s := range a.report.Breakdown(calc.ByStatus).Slices {
		if s.Key != "" {
			stock = given(decimal.Zero, Share)
			break
		}
	}
	for _, s := range a.report.Breakdown(calc.ByStatus).Slices {
		if s.Key == string(inventory.InStock) {
			stock = a.worked(Share, op(Over, of(Slice{Dimension: calc.ByStatus, Key: s.Key}), of(Slice{})))
		}
	}
	add("stock", Share, stock)
	add("second_hand", Share, a.copied(Circularity, "holdings", "total", "second_hand_share"))
	add("recycled", Share, a.orWaste(a.copied(Circularity, "routes", string(factors.RouteRecycling), "share")))
	add("pue", Ratio, a.orRooms(a.copied(DataCentres, "use", "total", "pue")))
	add("wue", LitreKWh, a.orRooms(a.copied(DataCentres, "use", "total", "wue")))
	for _, key := range []string{"upgraded", "repairability"} {
		add(key, "", gap(said("gap."+key), said("give."+key)))
	}
	for _, key := range []string{"ecolabel", "cue"} {
		add(key, "", gap(said("gap.not_in_inventory"), said("fr.give."+key)))
	}
}

// perUser is climate change per person served.
func (a *author) perUser() *Cell {
	if a.report.Method.Users <= 0 {
		return gap(said("gap.users"), said("give.users"))
	}
	gwp, ok := a.report.Impact(factors.GWP)
	if !ok || !gwp.Known {
		return gap(said("gap.no_factor"), said("give.no_factor"))
	}
	return given(reports.Share(gwp.Total, a.report.Users()), KgPerUser)
}

// orGap is a cell, or a gap where there is none.
func (a *author) orGap(c *Cell, key string) *Cell {
	if c != nil {
		return c
	}
	return gap(said("gap."+key), said("give."+key))
}

func (a *author) orWaste(c *Cell) *Cell {
	if c != nil {
		return c
	}
	if total := a.cell(Ref{View: Circularity, Table: "routes", Row: "total", Column: "mass"}); total != nil && total.Figure != nil {
		return words(said("uk.no_waste"))
	}
	return gap(said("gap.waste"), said("give.waste"))
}

func (a *author) orRooms(c *Cell) *Cell {
	switch {
	case c != nil:
		return c
	case len(a.report.Rooms) == 0:
		return words(said("fr.no_rooms"))
	}
	return gap(said("gap.some_room"), said("give.some_room"))
}
