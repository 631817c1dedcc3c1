namespace DiemSang.Documents.Reading.Package;

/// <summary>
/// A part of a package while it unpacks: stops when the whole package grows past its limit, when this part grows out of proportion, or when
/// one stretch of XML without a tag becomes so long that it could only be there to fill memory.
/// </summary>
internal sealed class GuardedStream(Stream inner, long packedLength, OfficePackage package) : Stream
{
    private const long FreeBytes = 4 << 20;
    private const int LongestStretch = 8 << 20;

    private long _length;
    private long _sinceTag;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => _length; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        _length += read;
        package.CountUnpacked(read);
        if (_length > FreeBytes && _length / Math.Max(1, packedLength) > package.MaxRatio)
        {
            throw Unreadable.Bomb();
        }

        var lastTag = buffer[..read].LastIndexOf((byte)'<');
        _sinceTag = lastTag < 0 ? _sinceTag + read : read - lastTag;
        return _sinceTag > LongestStretch ? throw Unreadable.Bomb() : read;
    }

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
