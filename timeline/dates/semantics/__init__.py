"""What stated dates mean, in any language: periods of the calendar, and what words make of the day of writing."""
