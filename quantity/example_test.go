package quantity_test

import (
	"fmt"

	"github.com/shopspring/decimal"

	"govfootprint/quantity"
)

func Example() {
	energy := quantity.Of(decimal.RequireFromString("48"), quantity.MustParse("kWh/year"))
	grid := quantity.Of(decimal.RequireFromString("177"), quantity.MustParse("gCO2e/kWh"))
	inKilograms, err := energy.Mul(grid).In(quantity.MustParse("kgCO2e/year"))
	fmt.Println(energy.Mul(grid), "=", inKilograms, err)

	_, err = energy.Add(grid)
	fmt.Println(err)
	_, err = quantity.Parse("KgCO2e/kwh")
	fmt.Println(err)
	// Output:
	// 8496 gCO2e/year = 8.496 kgCO2e/year <nil>
	// cannot turn gCO2e/kWh into kWh/year: one measures co2e/energy, the other energy/time
	// unit "KgCO2e/kwh": "KgCO2e" at character 1 is not a known unit; did you mean "kgCO2e"?
}
