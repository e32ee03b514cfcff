// Package inventorytest makes inventories for tests and benchmarks. Everything
// in them is invented.
package inventorytest

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"time"
)

// Header is the header of a generated inventory: twelve columns, two of which
// no footprint needs.
const Header = "Asset tag,Assigned to,Category,Manufacturer,Model,Quantity,Status,Department,Site,Country,Purchase date,Annual kWh"

type product struct{ category, maker, model string }

var products = []product{
	{"Laptop", "Dell Inc.", "Latitude 5420"},
	{"Laptop", "HP", "EliteBook 840 G8"},
	{"Laptop", "LENOVO", "ThinkPad T14 Gen 2"},
	{"Laptop", "Apple", "MacBook Pro 14"},
	{"Desktop", "Dell Inc.", "OptiPlex 7090"},
	{"Desktop", "HP", "EliteDesk 800 G6"},
	{"Monitor", "Dell Inc.", "P2419H"},
	{"Monitor", "Samsung", "S27A600"},
	{"Smartphone", "Apple", "iPhone 13"},
	{"Smartphone", "Samsung", "Galaxy A52"},
	{"Tablet", "Apple", "iPad Air"},
	{"Printer", "HP", "LaserJet M507dn"},
	{"Docking station", "Dell Inc.", "WD19"},
	{"Server", "Dell Inc.", "PowerEdge R740"},
	{"Server", "HPE", "ProLiant DL380 Gen10"},
	{"Network switch", "Cisco", "Catalyst 9300-48P"},
	{"Access point", "Aruba", "AP-515"},
	{"IP phone", "Cisco", "CP-8841"},
}

var (
	statuses  = []string{"In use", "In use", "In use", "In use", "In stock", "Spare"}
	countries = []string{"GB", "GB", "GB", "FR", "CA-ON", "Denmark"}
	people    = []string{"A. Example", "B. Sample", "C. Specimen", "D. Instance", "E. Pattern"}
)

// Options say what to generate.
type Options struct {
	Rows        int
	Seed        uint64
	Departments int // distinct departments; 0 for 200
	Sites       int // distinct sites; 0 for 500
	Months      int // distinct months of acquisition; 0 for 96
}

// WriteCSV writes an inventory. Departments, sites, products and months are
// drawn independently, so that with the default numbers most of a million rows
// are profiles of their own: the hardest case for whoever groups them.
func WriteCSV(w io.Writer, o Options) error {
	if o.Departments == 0 {
		o.Departments = 200
	}
	if o.Sites == 0 {
		o.Sites = 500
	}
	if o.Months == 0 {
		o.Months = 96
	}
	random := rand.New(rand.NewPCG(o.Seed, 1))
	first := time.Date(2017, time.January, 1, 0, 0, 0, 0, time.UTC)
	b := bufio.NewWriterSize(w, 1<<16)
	if _, err := fmt.Fprintln(b, Header); err != nil {
		return err
	}
	for i := range o.Rows {
		p := products[random.IntN(len(products))]
		acquired := first.AddDate(0, random.IntN(o.Months), random.IntN(28))
		_, err := fmt.Fprintf(b, "GF%07d,%s,%s,%s,%s,%d,%s,Department %03d,Site %03d,%s,%s,%d\n",
			i, people[random.IntN(len(people))], p.category, p.maker, p.model, 1+random.IntN(3), statuses[random.IntN(len(statuses))],
			random.IntN(o.Departments), random.IntN(o.Sites), countries[random.IntN(len(countries))], acquired.Format(time.DateOnly), 20+random.IntN(400))
		if err != nil {
			return err
		}
	}
	return b.Flush()
}
