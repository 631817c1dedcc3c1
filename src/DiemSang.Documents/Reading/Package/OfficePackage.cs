using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;

namespace DiemSang.Documents.Reading.Package;

/// <summary>
/// A DOCX or XLSX opened without trust: parts are found by content type, unpacked under limits, parsed without DTD, and nothing outside the
/// file is ever fetched. Macros and other office formats are refused here.
/// </summary>
internal sealed class OfficePackage : IDisposable
{
    private const string DocumentType = "wordprocessingml.document.main+xml";
    private const string WorkbookType = "spreadsheetml.sheet.main+xml";
    private const string ContentTypes = "[Content_Types].xml";
    private const int MaxDirectoryBytes = 2 << 20;

    private readonly ZipArchive _zip;
    private readonly ReadContext _context;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Part, string Type)> _types = [];
    private bool _isOffice;
    private long _unpacked;

    private OfficePackage(ZipArchive zip, ReadContext context)
    {
        _zip = zip;
        _context = context;
    }

    public int MaxRatio => _context.Limits.MaxCompressionRatio;
    public bool IsDocument => PartOfType(DocumentType) is not null;
    public bool IsWorkbook => PartOfType(WorkbookType) is not null;
    public string DocumentPart => PartOfType(DocumentType) ?? throw Unreadable.Damaged();
    public string WorkbookPart => PartOfType(WorkbookType) ?? throw Unreadable.Damaged();

    public static OfficePackage Open(FileStream file, ReadContext context)
    {
        RefuseHugeDirectory(file);
        var package = new OfficePackage(new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true), context);
        package.ListParts();
        package.RefuseOtherFormats();
        return package;
    }

    /// <summary>The first part whose content type ends so, or null.</summary>
    public string? PartOfType(string typeEnding) =>
        _types.FirstOrDefault(entry => entry.Type.EndsWith(typeEnding, StringComparison.OrdinalIgnoreCase)).Part;

    /// <summary>Opens a part for forward reading, or null when the package has none of that name.</summary>
    public XmlReader? OpenXml(string? part)
    {
        if (part is null || !_parts.TryGetValue(part.TrimStart('/'), out var entry))
        {
            return null;
        }

        return XmlReader.Create(new GuardedStream(entry.Open(), entry.CompressedLength, this), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false,
            CloseInput = true,
        });
    }

    /// <summary>Relationships of a part inside the package: id → part. External ones are left out, so nothing can follow them.</summary>
    public Dictionary<string, string> RelationsOf(string part)
    {
        var folder = part.Contains('/') ? part[..(part.LastIndexOf('/') + 1)] : "";
        var relations = new Dictionary<string, string>(StringComparer.Ordinal);
        using var xml = OpenXml($"{folder}_rels/{part[folder.Length..]}.rels");
        while (xml is not null && xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("TargetMode") != "External"
                && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
            {
                relations[id] = Resolve(folder, target);
            }
        }

        return relations;
    }

    public void CountUnpacked(int bytes)
    {
        _context.ThrowIfStopped();
        _unpacked += bytes;
        if (_unpacked > _context.Limits.MaxUncompressedBytes)
        {
            throw Unreadable.Bomb();
        }
    }

    public void Dispose() => _zip.Dispose();

    /// <summary>A directory of a million entries would fill memory before the first part is opened: its size is read from the end record.</summary>
    private static void RefuseHugeDirectory(FileStream file)
    {
        var tail = new byte[Math.Min(file.Length, 65557)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        file.Position = 0;
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + 16 > tail.Length)
        {
            throw Unreadable.Damaged();
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12)) > MaxDirectoryBytes)
        {
            throw Unreadable.Bomb();
        }
    }

    private void ListParts()
    {
        foreach (var entry in _zip.Entries)
        {
            _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }

        var defaults = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var overrides = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        using var xml = OpenXml(ContentTypes);
        while (xml is not null && xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Override" })
            {
                overrides[(xml.GetAttribute("PartName") ?? "").TrimStart('/')] = xml.GetAttribute("ContentType") ?? "";
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "Default" })
            {
                defaults[xml.GetAttribute("Extension") ?? ""] = xml.GetAttribute("ContentType") ?? "";
            }
        }

        // A package may name one type for every .xml, this list included: what its root relations point at comes first.
        var roots = RelationsOf("").Values.ToHashSet(StringComparer.OrdinalIgnoreCase);
        _types.AddRange(_parts.Keys.Where(part => part != ContentTypes).OrderByDescending(roots.Contains).Select(part =>
            (part, overrides.GetValueOrDefault(part) ?? defaults.GetValueOrDefault(Path.GetExtension(part).TrimStart('.')) ?? "")));
        _isOffice = overrides.Count + defaults.Count > 0;
    }

    private void RefuseOtherFormats()
    {
        if (_types.Any(entry => entry.Type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
            || _parts.Keys.Any(part => part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            throw Unreadable.Macro();
        }

        if (IsDocument || IsWorkbook)
        {
            return;
        }

        throw _parts.ContainsKey("mimetype") ? Unreadable.ConvertToDocx("OpenDocument (ODT, ODS)")
            : _types.Any(entry => entry.Type.Contains("presentationml", StringComparison.Ordinal)) ? Unreadable.ConvertToDocx("PowerPoint")
            : _isOffice ? Unreadable.Damaged()
            : Unreadable.Archive();
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target.TrimStart('/');
        }

        var path = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step != "..")
            {
                path.Add(step);
            }
            else if (path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
        }

        return string.Join('/', path);
    }
}
