package inventory

import (
	"bytes"
	"maps"
	"slices"
	"strings"
)

// Two lists may be about the same use without having a line in common: a bill as FOCUS
// and as its provider writes it, or two reports on the users of one tenant. Nobody but
// the department can say so, so that both count, and a warning names the two.

// A usageScope is what a table of use is about.
type usageScope struct {
	place   *sheetPlace
	layout  string
	row     int                   // its header
	bills   map[string]*billScope // by provider
	users   *userScope            // nil for anything but users
	current *billScope            // of the line before
	last    lineScope
}

// A billScope is what a bill has of a provider.
type billScope struct {
	months   map[Month]bool
	accounts map[uint64]bool // hashes; none where no line names an account
}

// A lineScope is what decides of a line.
type lineScope struct {
	provider         string
	from, to         Month
	account, payment string
}

// A userScope is whom a report on users is about: the tenants, as hashes of the domains
// that accounts end in. Who they are is not looked at.
type userScope struct {
	tenants     map[uint64]bool // none where accounts are hidden
	departments map[string]bool // none where nothing states one
	refreshed   Date            // the latest day that it names
}

// mostScopes bounds the accounts and tenants of a table that are told apart; with more,
// any may be among them.
const mostScopes = 10_000

func (t *recordTable) newScope() *usageScope {
	s := &usageScope{place: t.sheet.newPlace(), layout: t.info.Layout, row: t.header.row, bills: make(map[string]*billScope)}
	t.sheet.file.scopes = append(t.sheet.file.scopes, s)
	return s
}

// see notes what a line of a bill is about.
func (s *usageScope) see(u *usageReader, r *record, provider string, when usageTime) {
	period := u.table.sheet.file.estate.period
	line := lineScope{provider, period.Start.Month(), period.End.Month(), r.text("sub_account"), r.text("account")}
	if when.start.Known() {
		line.from, line.to = when.start.Month(), when.end.Month()
	}
	if line == s.last && s.current != nil {
		return
	}
	s.last = line
	s.current = s.bills[provider]
	if s.current == nil {
		s.current = &billScope{make(map[Month]bool), make(map[uint64]bool)}
		s.bills[provider] = s.current
	}
	for m := line.from; m <= min(line.to, period.End.Month()); m++ {
		s.current.months[m] = true
	}
	for _, account := range []string{line.account, line.payment} { // FOCUS: /subscriptions/0aef…
		account = account[strings.LastIndexByte(account, '/')+1:]
		if hash := u.table.sheet.reader.hash.name(nameOfAccount, account); hash != 0 && len(s.current.accounts) <= mostScopes {
			s.current.accounts[hash] = true
		}
	}
}

// same reports whether two sets may be of the same: they share one, or one of them is
// not known, or not whole.
func same[K comparable](a, b map[K]bool) bool {
	if len(a) == 0 || len(b) == 0 || len(a) > mostScopes || len(b) > mostScopes {
		return true
	}
	return slices.ContainsFunc(slices.Collect(maps.Keys(a)), func(k K) bool { return b[k] })
}

// tellOverlaps warns of lists that may be about the same use. Of many pairs of one kind
// the first is named.
func (r *reader) tellOverlaps() {
	told := make(map[[3]string]*Problem)
	months := make(map[[3]string][]Month)
	var order [][3]string
	for i, b := range r.scopes {
		r.tellUsersTwice(r.scopes[:i], b)
		for _, a := range r.scopes[:i] {
			if a.layout == b.layout {
				continue
			}
			for _, provider := range slices.Sorted(maps.Keys(b.bills)) {
				shared := a.bills[provider].shared(b.bills[provider])
				if len(shared) == 0 {
					continue
				}
				key := [3]string{provider, a.layout, b.layout}
				if told[key] == nil {
					told[key] = &Problem{Code: CodeBillTwice, Severity: Warning, File: b.place.file, Sheet: b.place.sheet, Row: b.row, Args: []string{provider, a.place.file, otherName(b.place.sheet, a.place.sheet)}}
					order = append(order, key)
				}
				months[key] = append(months[key], shared...)
			}
		}
	}
	for _, key := range order {
		p := told[key]
		from, to := slices.Min(months[key]), slices.Max(months[key])
		p.Args = append(p.Args, from.String(), otherName(from.String(), to.String()))
		r.result.Problems.Add(*p)
	}
}

// shared returns the months that two bills have in common, if they may be of one account.
func (s *billScope) shared(other *billScope) (months []Month) {
	if s == nil || other == nil || !same(s.accounts, other.accounts) {
		return nil
	}
	for m := range s.months {
		if other.months[m] {
			months = append(months, m)
		}
	}
	return months
}

// tellUsersTwice warns of a report on users that one before it has, too.
func (r *reader) tellUsersTwice(before []*usageScope, b *usageScope) {
	at := slices.IndexFunc(before, func(a *usageScope) bool {
		return a.users != nil && b.users != nil && same(a.users.tenants, b.users.tenants) && same(a.users.departments, b.users.departments)
	})
	if at < 0 {
		return
	}
	a := before[at]
	args := []string{a.place.file, otherName(b.place.sheet, a.place.sheet), a.users.refreshed.String(), b.users.refreshed.String()}
	r.result.Problems.Add(Problem{Code: CodeUsersTwice, Severity: Warning, File: b.place.file, Sheet: b.place.sheet, Row: b.row, Args: args})
}

// see notes whom a row of a report is about.
func (u *userScope) see(r *record, tenant int, department string) {
	if tenant >= 0 && tenant < len(r.line.cells) && len(u.tenants) <= mostScopes {
		account := r.line.cells[tenant].text
		if at := bytes.LastIndexByte(account, '@'); at >= 0 && bytes.IndexByte(account[at:], '.') > 0 {
			domain := bytes.TrimSpace(account[at+1:])
			if hash := r.sheet.reader.hash.name(nameOfAccount, string(domain)); hash != 0 {
				u.tenants[hash] = true
			}
		}
	}
	if department != "" && len(u.departments) <= mostScopes {
		u.departments[words(department)] = true
	}
	if d, status := parseDate(r.text("refreshed")); status == dateOK {
		u.refreshed = max(u.refreshed, d.in(orderDayFirst))
	}
}
