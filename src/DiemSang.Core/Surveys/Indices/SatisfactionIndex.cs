namespace DiemSang.Core.Surveys.Indices;

/// <summary>An index of satisfied answers, such as SIPAS.</summary>
/// <param name="Root">The whole.</param>
/// <param name="ScalePoints">Answers 1…this are valid (5 for SIPAS, at most 7); everything else is no answer.</param>
/// <param name="SatisfiedFrom">Lowest answer that counts as satisfied (4 for SIPAS: "hài lòng" and "rất hài lòng").</param>
/// <param name="Aggregation">How criteria make an index.</param>
public sealed record SatisfactionIndex(IndexNode Root, int ScalePoints = 5, int SatisfiedFrom = 4, Aggregation Aggregation = Aggregation.Pooled);
