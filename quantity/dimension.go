package quantity

// Dimension is what a unit measures, whatever its size: kWh and MJ have the
// dimension energy. Dimensions are comparable. The zero Dimension is that of a
// plain number.
type Dimension struct {
	key string
}
