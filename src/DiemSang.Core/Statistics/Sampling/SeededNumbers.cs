using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DiemSang.Core.Statistics.Sampling;

/// <summary>
/// Random numbers that anyone can recompute: the number of a key is the first 53 bits of SHA-256(UTF-8 of "seed|key"), divided by 2⁵³.
/// Every unit has its own number whatever the order of the frame, so a draw can be repeated with any program or by hand with sha256sum.
/// </summary>
public sealed class SeededNumbers(string seed)
{
    /// <summary>Uniform in [0, 1).</summary>
    public double For(string key)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{key}"));
        return (BinaryPrimitives.ReadUInt64BigEndian(digest) >> 11) * Math.ScaleB(1, -53);
    }
}
