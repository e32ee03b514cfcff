package reporttest

import (
	"github.com/shopspring/decimal"

	"govfootprint/calc"
	"govfootprint/factors"
)

// sampleFindings are a gap with and one without an effect, assumptions and a caution.
func sampleFindings() []calc.Finding {
	n := decimal.NewFromInt
	effect := func(s string) decimal.NullDecimal { return decimal.NewNullDecimal(dec(s)) }
	return []calc.Finding{
		{Code: calc.UnresolvedCategory, Severity: calc.Gap, Units: n(37), Rows: 37, Effect: effect("11840.5"), EffectImpact: factors.GWP, EffectBasis: calc.MedianCategory},
		{Code: calc.NoFactor, Severity: calc.Gap, Stage: factors.Manufacturing, Impact: factors.PrimaryEnergy, Category: "dock", Units: n(2489), Rows: 620, Effect: effect("412000"), EffectImpact: factors.PrimaryEnergy, EffectBasis: calc.MedianCategory},
		{Code: calc.NoFactor, Severity: calc.Gap, Stage: factors.Manufacturing, Impact: factors.PrimaryEnergy, Category: "ip-phone", Units: n(558), Rows: 137, Effect: effect("98000"), EffectImpact: factors.PrimaryEnergy, EffectBasis: calc.MedianCategory},
		{Code: calc.NoFactor, Severity: calc.Gap, Stage: factors.Manufacturing, Impact: factors.PrimaryEnergy, Category: "access-point", Units: n(250), Rows: 62, Effect: effect("61000"), EffectImpact: factors.PrimaryEnergy, EffectBasis: calc.MedianCategory},
		{Code: calc.NoMass, Severity: calc.Gap, Stage: factors.EndOfLife, Impact: factors.Mass, Category: "printer", Units: n(12), Rows: 3},
		{Code: calc.LifetimeFromPack, Severity: calc.Assumption, Category: "laptop", Units: n(2861), Rows: 711, Args: []string{"4"}},
		{Code: calc.TypicalEnergy, Severity: calc.Assumption, Category: "monitor", Units: n(4139), Rows: 1030, Args: []string{"32.25"}},
		{Code: calc.AssessedByMass, Severity: calc.Assumption, Category: "storage", Units: n(12), Rows: 4, Args: []string{"pcf-storage-made"}},
		{Code: calc.ElectricityOtherYear, Severity: calc.Caution, Place: "GB", Units: n(13271), Rows: 3297, Args: []string{"el-gb-2024-generation", "2024"}},
	}
}
