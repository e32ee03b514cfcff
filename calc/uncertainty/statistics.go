package uncertainty

import "math"

// summary returns the interval and the mean of draws. It uses scratch, of the same
// length.
func summary(draws, scratch []float64) (Interval, float64) {
	copy(scratch, draws)
	i := Interval{Low: percentile(scratch, 0.05)}
	i.Median = percentile(scratch, 0.5)
	i.High = percentile(scratch, 0.95)
	total := 0.0
	for _, x := range draws {
		total += x
	}
	return i, total / float64(len(draws))
}

// percentile returns a quantile, interpolated between the two draws that it falls
// between: the place of share p among n is p·(n−1), counted from 0. It reorders
// the draws.
func percentile(draws []float64, p float64) float64 {
	place := float64(p * float64(len(draws)-1))
	below := int(place)
	low := nth(draws, below)
	if below+1 == len(draws) {
		return low
	}
	high := draws[below+1]
	for _, x := range draws[below+2:] { // nth left all that is not smaller behind
		high = min(high, x)
	}
	return low + float64((place-float64(below))*(high-low))
}

// nth puts the n-th smallest number in its place, smaller ones before and others
// behind, and returns it: Hoare's selection.
func nth(list []float64, n int) float64 {
	left, right := 0, len(list)-1
	for left < right {
		pivot := middle(list[left], list[left+(right-left)/2], list[right])
		i, j := left, right
		for i <= j {
			for list[i] < pivot {
				i++
			}
			for list[j] > pivot {
				j--
			}
			if i <= j {
				list[i], list[j] = list[j], list[i]
				i++
				j--
			}
		}
		switch {
		case n <= j:
			right = j
		case n >= i:
			left = i
		default:
			return list[n]
		}
	}
	return list[n]
}

func middle(a, b, c float64) float64 { return max(min(a, b), min(max(a, b), c)) }

// standardError returns the standard error of a mean over independent batches.
func standardError[T any](parts []T, value func(T) float64) float64 {
	n := float64(len(parts))
	mean := 0.0
	for _, p := range parts {
		mean += value(p) / n
	}
	squares := 0.0
	for _, p := range parts {
		d := value(p) - mean
		squares += float64(d * d)
	}
	return math.Sqrt(squares / (n - 1) / n)
}
