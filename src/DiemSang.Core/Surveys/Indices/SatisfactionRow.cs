using DiemSang.Core.Statistics;

namespace DiemSang.Core.Surveys.Indices;

/// <summary>One figure of an index table.</summary>
/// <param name="Node">Criterion, element, part or whole.</param>
/// <param name="Depth">0 for the whole.</param>
/// <param name="Answers">Valid answers it rests on; for a criterion the same as the respondents.</param>
/// <param name="Estimate">Share satisfied, 0–1 (times 100 for the index as published), and its errors.</param>
public sealed record SatisfactionRow(IndexNode Node, int Depth, long Answers, Estimate Estimate);
