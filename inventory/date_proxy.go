package inventory

// Many exports do not say when a device was bought, and say something near it. In
// the order in which they are preferred, as headers.tsv has them:
//
//	dated     another of its columns of the acquisition, such as the delivery, where
//	          the surest is blank. As good as that.
//	made      when the device was manufactured: its true age, some weeks more than
//	          that in service. Taken as the acquisition.
//	enrolled  when it was enrolled in the management, or issued to its user. It was
//	          there by then; whoever resets it enrols it anew.
//	warranty  the end of the warranty, less the usual term.
//	seen      when a program first saw it or somebody entered it in a list. It was
//	          there by then; a list that was imported holds the day of the import.
//
// The last three are no earlier than the acquisition, or may be later. Before the
// period that does no harm: the units serve for the whole of it. In the period or
// after it, they would take service away from units that were there all along;
// there the acquisition stays unknown, and the units count in full. Either is told.
//
// The date of the firmware is none of them: it comes before the device where the
// firmware is that of the factory, and long after it where it was updated.
const (
	proxyDated    = "dated"
	proxyMade     = "made"
	proxyWarranty = "warranty"
	proxySeen     = "seen"
)

// warrantyYears is the usual term of a business warranty.
const warrantyYears = 3

// convertProxy returns the conversion of the column that stands for the
// acquisition.
func (c *converter) convertProxy() func(string, bool) dateValue {
	if c.proxyKind() != proxyWarranty {
		return convertDate
	}
	return func(text string, typed bool) dateValue {
		v := convertDate(text, typed)
		v.day, v.month = yearsBefore(v.day, warrantyYears), yearsBefore(v.month, warrantyYears)
		return v
	}
}

// yearsBefore returns the date some years before.
func yearsBefore(d datedMonth, years int) datedMonth {
	if !d.date.Known() {
		return d
	}
	t := d.date.Time()
	return inMonth(NewDate(t.Year()-years, t.Month(), t.Day()))
}

// proxyKind returns what the date that stands for the acquisition is.
func (c *converter) proxyKind() string {
	if i := c.at[fieldAcquiredProxy]; i >= 0 && c.table.columns[i].unit != "" {
		return c.table.columns[i].unit
	}
	return proxySeen
}

// acquiredByProxy returns the date of acquisition of the row in hand that
// another date suggests, the unknown date where it suggests none.
func (c *converter) acquiredByProxy(retired Date) datedMonth {
	cell, ok := c.cell(fieldAcquiredProxy)
	if !ok {
		return datedMonth{}
	}
	v := c.dates[2].get(cell)
	if !v.known {
		return datedMonth{} // nobody needs it: blank, a placeholder, or no date
	}
	d, kind := c.known(v, fieldAcquiredProxy), c.proxyKind()
	switch {
	case retired.Known() && d.date > retired:
		return datedMonth{}
	case kind != proxyMade && kind != proxyDated && d.date >= c.estate.period.Start:
		c.proxied = CodeAcquiredProxyLate
		return datedMonth{}
	}
	c.proxied = CodeAcquiredProxy
	return d
}

// noteProxy tells of the row in hand, which counts, what stood for its acquisition.
func (c *converter) noteProxy() {
	if c.proxied != "" {
		c.note(c.proxied, Warning, fieldAcquiredProxy, "", c.proxyKind())
	}
}
