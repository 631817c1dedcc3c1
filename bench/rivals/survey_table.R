# The rival of SurveyTable.cs: the same SIPAS table by R's package survey. Reads the answers written by the benchmark:
# stratum (int32), unit (int32), weight (double), then 39 columns of one byte, column by column; prints seconds and the whole's estimate.
suppressMessages(library(survey))
args <- commandArgs(trailingOnly = TRUE)
n <- as.integer(args[2]); items <- 39
sizes <- c(2, 2, 9, 10, 3, 4, 3, 3, 3)
file <- file(args[1], "rb")
d <- data.frame(stratum = readBin(file, "integer", n, 4), psu = readBin(file, "integer", n, 4), w = readBin(file, "double", n, 8))
answers <- lapply(seq_len(items), function(i) as.integer(readBin(file, "raw", n)))
close(file)

# Everything up to here is loading. The table: 39 criteria, 9 elements, 2 parts and the whole, pooled, with linearised standard errors.
start <- proc.time()[["elapsed"]]
satisfied <- lapply(answers, function(a) as.numeric(a >= 4))
answered <- lapply(answers, function(a) as.numeric(a >= 1))
nodes <- c(as.list(seq_len(items)), split(seq_len(items), rep(seq_along(sizes), sizes)), list(1:23, 24:39, 1:39))
for (k in seq_along(nodes)) {
  d[[paste0("s", k)]] <- Reduce(`+`, satisfied[nodes[[k]]])
  d[[paste0("a", k)]] <- Reduce(`+`, answered[nodes[[k]]])
}
design <- svydesign(id = ~psu, strata = ~stratum, weights = ~w, data = d, nest = TRUE)
built <- proc.time()[["elapsed"]]
for (k in seq_along(nodes)) whole <- svyratio(as.formula(paste0("~s", k)), as.formula(paste0("~a", k)), design)
done <- proc.time()[["elapsed"]]
cat(sprintf("%.3f %.3f %.12f %.12f\n", done - built, done - start, coef(whole), SE(whole)))
