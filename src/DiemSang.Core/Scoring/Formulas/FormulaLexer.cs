using System.Globalization;
using System.Text;

namespace DiemSang.Core.Scoring.Formulas;

internal enum TokenKind { Number, Name, Symbol, End }

internal readonly record struct Token(TokenKind Kind, string Text, decimal Number, SourcePosition Position)
{
    public string Shown => Kind == TokenKind.End ? "hết công thức" : $"“{Text}”";
}

/// <summary>
/// Cuts a formula into tokens. Signs people type (× ÷ ≤ ≥ ≠) and Vietnamese và, hoặc, không are read as their plain forms.
/// </summary>
internal static class FormulaLexer
{
    private const int LongestNumber = 28;

    private static readonly Dictionary<string, string> Aliases = new()
    {
        ["×"] = "*", ["÷"] = "/", ["≤"] = "<=", ["≥"] = ">=", ["≠"] = "<>", ["!="] = "<>", ["=="] = "=", ["−"] = "-",
        ["và"] = "and", ["hoặc"] = "or", ["không"] = "not",
    };

    private static readonly string[] LongSymbols = ["<=", ">=", "<>", "!=", "=="];

    public static IReadOnlyList<Token> Cut(string text)
    {
        text = text.Normalize(NormalizationForm.FormC);
        var tokens = new List<Token>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var token = Next(text, at);
            tokens.Add(token with { Text = Aliases.GetValueOrDefault(token.Text, token.Text) });
            at += token.Text.Length;
        }

        tokens.Add(new Token(TokenKind.End, "", 0, new SourcePosition(text.Length)));
        return tokens;
    }

    /// <summary>Whether a word can be the name of a variable.</summary>
    public static bool IsName(string text) =>
        text.Length > 0 && NameLength(text, 0) == text.Length && !Aliases.ContainsKey(text) && text is not ("and" or "or" or "not") &&
        !FormulaFunctions.Exists(text);

    private static Token Next(string text, int at)
    {
        var position = new SourcePosition(at);
        if (char.IsAsciiDigit(text[at]))
        {
            return NumberAt(text, at, position);
        }

        if (NameLength(text, at) is > 0 and var length)
        {
            return new Token(TokenKind.Name, text.Substring(at, length), 0, position);
        }

        var symbol = LongSymbols.FirstOrDefault(candidate => string.CompareOrdinal(text, at, candidate, 0, 2) == 0) ?? text[at].ToString();
        return "+-*/(),%<>=".Contains(symbol[0]) || Aliases.ContainsKey(symbol)
            ? new Token(TokenKind.Symbol, symbol, 0, position)
            : throw new FormulaException(position, $"ký tự “{symbol}” không dùng được trong công thức.", text);
    }

    private static Token NumberAt(string text, int at, SourcePosition position)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
        {
            end++;
        }

        var written = text[at..end];
        return written.Length <= LongestNumber && !written.EndsWith('.') &&
               decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new Token(TokenKind.Number, written, number, position)
            : throw new FormulaException(position, $"“{written}” không phải số; viết như 1234.5, dấu thập phân là dấu chấm.", text);
    }

    private static int NameLength(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '_' || (end > at && char.IsAsciiDigit(text[end]))))
        {
            end++;
        }

        return end - at;
    }
}
