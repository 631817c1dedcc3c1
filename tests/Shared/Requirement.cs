namespace DiemSang.Tests;

/// <summary>Names the requirements of docs/requirements.md that this test proves, e.g. [Requirement("PLN-09")].</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RequirementAttribute(params string[] ids) : Attribute
{
    public IReadOnlyList<string> Ids { get; } = ids;
}
