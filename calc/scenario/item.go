package scenario

import (
	"cmp"
	"math"
	"reflect"

	"github.com/shopspring/decimal"

	"govfootprint/inventory"
)

// item is what a filter sees of a profile: each of its names is a field here. A
// number that is not stated is NaN, which no comparison holds for.
type item struct {
	Kind         string `expr:"kind"`
	Category     string `expr:"category"`
	Variant      string `expr:"variant"`
	Manufacturer string `expr:"manufacturer"`
	Family       string `expr:"family"`
	Model        string `expr:"model"`
	Measure      string `expr:"measure"`
	Status       string `expr:"status"`
	Ownership    string `expr:"ownership"`
	Condition    string `expr:"condition"`
	EndOfLife    string `expr:"end_of_life"`
	Quality      string `expr:"quality"`
	Energy       string `expr:"energy"`
	Capacity     string `expr:"capacity"`
	Hosting      string `expr:"hosting"`
	Country      string `expr:"country"` // that which applies: the profile's own, else the method's
	Site         string `expr:"site"`
	Department   string `expr:"department"`
	Service      string `expr:"service"`
	Application  string `expr:"application"`
	Environment  string `expr:"environment"`
	Config       string `expr:"config"`

	Acquired    float64 `expr:"acquired"`       // calendar year
	Retired     float64 `expr:"retired"`        // calendar year
	Age         float64 `expr:"age"`            // years at the end of the period, the month of acquisition included
	Lifetime    float64 `expr:"lifetime_years"` // that the inventory states
	Attribution float64 `expr:"attribution"`    // that the inventory states
	PUE         float64 `expr:"pue"`            // that the inventory states of the data centre
	WUE         float64 `expr:"wue"`            // likewise, L/kWh
}

// names are the names that a filter may use, with whether each is a number.
var names = func() map[string]bool {
	numbers := make(map[string]bool)
	for field := range reflect.TypeFor[item]().Fields() {
		numbers[field.Tag.Get("expr")] = field.Type.Kind() == reflect.Float64
	}
	return numbers
}()

// viewer makes items of the profiles of one state.
type viewer struct {
	country string
	last    inventory.Month // of the period
}

func (v viewer) item(p *inventory.Profile) item {
	room, _ := inventory.ParseRoom(p.Room) // an estate was checked when it was read
	return item{
		Kind: string(p.Kind), Category: p.Category, Variant: p.Variant, Manufacturer: p.Manufacturer, Family: p.Family, Model: p.Model,
		Measure: p.Measure, Status: string(p.Status), Ownership: string(p.Ownership), Condition: string(p.Condition), EndOfLife: p.EndOfLife,
		Quality: string(p.Quality), Energy: string(p.Energy), Capacity: string(p.Capacity), Hosting: string(p.Hosting),
		Country: cmp.Or(p.Country, v.country), Site: p.Site, Department: p.Department, Service: p.Service,
		Application: p.Application, Environment: p.Environment, Config: p.Config,

		Acquired: year(p.Acquired), Retired: year(p.Retired), Age: v.age(p.Acquired),
		Lifetime: number(p.Lifetime), Attribution: number(p.Attribution), PUE: stated(room.PUE), WUE: stated(room.WUE),
	}
}

func year(m inventory.Month) float64 {
	if !m.Known() {
		return math.NaN()
	}
	return float64(m.Year())
}

func (v viewer) age(acquired inventory.Month) float64 {
	const monthsOfYear = 12
	if !acquired.Known() {
		return math.NaN()
	}
	return float64(v.last-acquired+1) / monthsOfYear
}

func number(text string) float64 {
	if text == "" {
		return math.NaN()
	}
	d, err := decimal.NewFromString(text)
	if err != nil {
		return math.NaN()
	}
	return d.InexactFloat64()
}

func stated(d decimal.NullDecimal) float64 {
	if !d.Valid {
		return math.NaN()
	}
	return d.Decimal.InexactFloat64()
}
