namespace DiemSang.Core.Surveys.Indices;

/// <summary>
/// How criteria make an index. The ministry's formula (Quyết định 1001/QĐ-BNV of 2023) is not readable in public copies; its published figures
/// for 2023 and 2024 fit pooling alone, so that is the default.
/// </summary>
public enum Aggregation
{
    /// <summary>Satisfied answers over all valid answers to all criteria below: criteria answered by more people count for more.</summary>
    Pooled,

    /// <summary>Plain mean of the criteria below.</summary>
    MeanOfCriteria,

    /// <summary>Plain mean of the direct children: criteria make elements, elements parts, parts the whole.</summary>
    MeanOfChildren,

    /// <summary>Mean of the direct children by their stated weights.</summary>
    FixedWeights,
}
