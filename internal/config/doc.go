// Package config reads what a person has set, from the weakest to the
// strongest: defaults, the settings file, GOVFOOTPRINT_… variables, flags.
//
// It is the only package that uses viper, and hands it text alone: the file is
// parsed to nodes first, so that every value keeps its line and a number never
// passes through a float64. Factor packs, scenarios and mappings never come
// through here, because viper lower-cases every key.
package config
