package inventory

import (
	"cmp"
	"slices"
	"strings"
)

// A usersReader counts the licences on a list of people. Who they are is not
// read: the columns that say so are personal. A row is a person, and each licence
// counts:
//
//	licences · years of the period = user.year
//
// for the list shows them on one day, and nothing says that it was otherwise on
// the others.
type usersReader struct {
	scope   *userScope
	account int // place of the column of accounts, whose domains are compared; -1 for none
}

func newUsersReader(t *recordTable) recordReader {
	scope := t.newScope()
	scope.users = &userScope{tenants: make(map[uint64]bool), departments: make(map[string]bool)}
	return &usersReader{scope.users, slices.IndexFunc(t.header.headers, func(h header) bool { return h.key == accountKey })}
}

// accountKey is the header, as a key, of accounts of the form name@domain.
var accountKey = headerKey("User Principal Name").key

func (u *usersReader) read(r *record) {
	file := r.sheet.file
	if yes, ok := vocabularies()[fieldVirtual].look(r.text("deleted")); ok && yes.exclude != "" || strings.EqualFold(r.text("deleted"), "true") {
		r.items()
		r.exclude(CodeUserDeleted, "deleted", "")
		return
	}
	var products []string
	for product := range strings.SplitSeq(r.text("products"), "+") {
		if product = strings.TrimSpace(product); product != "" {
			products = append(products, product)
		}
	}
	column := "products"
	if product := r.text("product"); product != "" {
		products, column = []string{product}, "product"
	}
	if len(products) == 0 {
		r.items()
		r.exclude(CodeUserUnlicensed, column, "")
		return
	}
	r.note(CodeUsageSnapshot, Note, column, "")
	provider := "microsoft"
	if r.info.Layout == string(r.schema.kind) { // a list of somebody's own
		provider = providerOf(Software, r.text("provider"))
	}
	department, service := r.attribute("department", aboutGroup), r.attribute("service", aboutGroup)
	country := cmp.Or(r.country("country"), r.sheet.reader.options.DefaultCountry)
	u.scope.see(r, u.account, department)
	years := DecimalTally(yearsIn(file.estate.period))
	r.items()
	for i, product := range products {
		rows := int64(0)
		if i == 0 {
			rows = 1 // of the person
		}
		name, _ := shorten(strings.ToLower(product), maxAttribute)
		clean, _ := scrub(name, aboutThing)
		file.estate.Add(Profile{
			Kind: Software, Category: "software-service", Manufacturer: provider, Model: clean, Recognition: Stated, Measure: "user.year",
			Country: country, Department: department, Service: service,
		}, Amounts{Rows: rows, Activity: years})
	}
	r.assess()
}
