namespace DiemSang.Core.Scoring;

public enum DeclaredKind { None, YesNo, Number, Date, Text }

/// <summary>One declared datum: yes/no, number, date, chosen key, or an explicit "none" (the document was never issued).</summary>
public readonly record struct DeclaredValue
{
    private readonly decimal _number;
    private readonly string? _text;
    private readonly DateOnly _date;

    private DeclaredValue(DeclaredKind kind, decimal number = 0, string? text = null, DateOnly date = default)
    {
        Kind = kind;
        _number = number;
        _text = text;
        _date = date;
    }

    public DeclaredKind Kind { get; }
    public bool Yes => Kind == DeclaredKind.YesNo && _number == 1;
    public decimal Number => Kind == DeclaredKind.Number ? _number : throw NotA(DeclaredKind.Number);
    public string Text => Kind == DeclaredKind.Text ? _text! : throw NotA(DeclaredKind.Text);

    /// <summary>Null when declared as "none".</summary>
    public DateOnly? Date => Kind switch
    {
        DeclaredKind.Date => _date,
        DeclaredKind.None => null,
        _ => throw NotA(DeclaredKind.Date),
    };

    public static DeclaredValue None => default;

    public static DeclaredValue Of(bool yes) => new(DeclaredKind.YesNo, yes ? 1 : 0);

    public static DeclaredValue Of(decimal number) => new(DeclaredKind.Number, number);

    public static DeclaredValue Of(DateOnly date) => new(DeclaredKind.Date, date: date);

    public static DeclaredValue Of(string text) => new(DeclaredKind.Text, text: text);

    public static implicit operator DeclaredValue(bool yes) => Of(yes);

    public static implicit operator DeclaredValue(decimal number) => Of(number);

    public static implicit operator DeclaredValue(DateOnly date) => Of(date);

    public static implicit operator DeclaredValue(string text) => Of(text);

    private InvalidOperationException NotA(DeclaredKind expected) => new($"Declared value is {Kind}, not {expected}.");
}
