// Package calc turns an estate and a library of factors into a footprint.
//
// Every figure of a result is a sum of products: an amount of the estate (units
// in service, unit-days, kWh measured) times a coefficient. A coefficient
// depends on the few attributes of a profile that decide it, which are called
// its driver here; the formulas run once per driver, and everything else
// (totals, breakdowns, lines) multiplies and adds, exactly. Only a division
// rounds, half to even at [Scale] decimal places, and only inside a
// coefficient. So no result depends on the order of rows, on how files were
// split, or on the machine; and a sum over any dimension is the total to the
// last digit.
//
// The formulas are one to a file: embodied.go, server.go, freight.go,
// endoflife.go, condition.go, attribution.go; spread.go, service.go,
// depreciation.go, acquisition.go, lifetime.go; use.go, energy.go, overhead.go,
// electricity.go, market.go; scope.go, waste.go, avoided.go. They are written as
// expressions that remember their operands ([Trace]), so that what Explain
// shows is what was computed. The method in words is docs/method.md.
//
// Unknown is never zero. A figure that cannot be had is missing from the sums,
// lowers the coverage of its impact and is a [Finding] that says what to
// collect; an assumption that was made is a finding too.
package calc
