// Package recognition finds out what a row of an inventory describes: from what
// it says of type, chassis, maker and model to category, sub-category, maker,
// family and model of the catalogue, with how it was found, how sure that is, and
// why in words.
//
// The ways to a category are ranked, see [How]. A row's own type comes first;
// then an identifier that names one product (a Lenovo machine type, an Apple
// model identifier, a Samsung model code); then a model whose family and
// designation are known (Latitude 5420); then the family alone; then a word of
// the model or the type. What nothing tells stays unresolved, and what can be read in
// two ways is ambiguous: neither is ever guessed. A number alone is no model: 5420
// is a Latitude, an Inspiron and a Vostro.
//
// The catalogue is data, in the folder of that name: makers, families,
// identifiers, type words and accessories; NOTICE says where it comes from.
// docs/recognition.md says how well it does.
//
// [CanonicalModel] is the form in which models are compared; whoever publishes
// factors of models brings their names into it, too.
package recognition
