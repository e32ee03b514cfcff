package factors_test

import (
	"fmt"
	"testing/fstest"

	"govfootprint/factors"
)

// A department's own factor stands over the shipped ones, and what it beat stays
// visible.
func ExampleLibrary_Find() {
	packs, err := factors.Default()
	if err != nil {
		panic(err)
	}
	shipped, err := factors.NewLibrary(packs...)
	if err != nil {
		panic(err)
	}
	own, err := factors.LoadPack(fstest.MapFS{
		"pack.yaml": {Data: []byte("name: ours\nversion: \"1\"\nlayer: department\nlicence: internal\n")},
		"factors.csv": {Data: []byte("id,subject,property,stage,impact,place,year,value,low,high,unit,distribution,source,quality,note\n" +
			"policy,laptop,lifetime,,,,,6,,,year,,,A,Renewal policy of 2025\n")},
	}, ".")
	if err != nil {
		panic(err)
	}
	library, err := shipped.With(own)
	if err != nil {
		panic(err)
	}
	match, ok := library.Find(factors.Query{
		Rungs:    factors.DeviceRungs("laptop", "", "Dell", "Latitude", "Latitude 5420"),
		Property: factors.PropertyLifetime,
		Places:   factors.PlacesFor("GB"),
		Year:     2025,
	})
	fmt.Println(ok, match.Factor.Value, match.Factor.Unit, match.Rung, match.Grade)
	for _, shadow := range match.Shadowed {
		fmt.Println(shadow.Factor.Value, shadow.Factor.Unit, shadow.Factor.Pack.Name, shadow.Reason)
	}
	// Output:
	// true 6 year category C
	// 4 year equipment-pcf lower layer
}

// Everything that is wrong comes at once, each with its place.
func ExampleLoadPack() {
	_, err := factors.LoadPack(fstest.MapFS{
		"grid/pack.yaml": {Data: []byte("name: grid\nversion: \"1\"\nlayer: base\n")},
		"grid/uk.csv": {Data: []byte("id,subject,property,stage,impact,place,year,value,low,high,unit,distribution,source,quality,note\n" +
			"uk,electricity/generation,impact,use,gwp,UK,2025,\"0,177\",,,kgCO2/kWh,,,A,\n")},
	}, "grid")
	fmt.Println(err)
	// Output:
	// grid/uk.csv:2:42: place "UK": is not a known place; did you mean GB?; write an ISO 3166 code (GB, CA-ON), a group (EU27) or WORLD, or leave it empty for anywhere
	// grid/uk.csv:2:50: value "0,177": expected a number with a decimal point; write 0.177
	// grid/uk.csv:2:60: unit "kgCO2/kWh": "kgCO2" at character 1 leaves out the other greenhouse gases; where the figure includes them, write CO2e
}
