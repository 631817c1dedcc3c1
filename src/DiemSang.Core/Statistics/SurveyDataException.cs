namespace DiemSang.Core.Statistics;

/// <summary>Data from which nothing honest can be computed. The message is a Vietnamese sentence for the person who supplied it.</summary>
public sealed class SurveyDataException(string message) : Exception(message);
