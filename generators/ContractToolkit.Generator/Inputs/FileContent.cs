using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace ContractToolkit.Generator.Inputs;

/// <summary>The text of an additional file, compared by what stands in it.</summary>
internal sealed class FileContent(SourceText text) : IEquatable<FileContent>
{
    private const int ChunkLength = 16 * 1024;

    /// <summary>The text.</summary>
    public SourceText Text { get; } = text;

    /// <inheritdoc/>
    public bool Equals(FileContent? other) => other is not null && (ReferenceEquals(Text, other.Text) || Text.ContentEquals(other.Text));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FileContent);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.Length;

    /// <summary>The text as UTF-8, encoded piece by piece: a large document never becomes one string.</summary>
    public byte[] ToUtf8()
    {
        Encoder encoder = Encoding.UTF8.GetEncoder();
        char[] chars = new char[ChunkLength];
        byte[] chunk = new byte[Encoding.UTF8.GetMaxByteCount(ChunkLength)];
        using MemoryStream bytes = new(Text.Length + (Text.Length / 8));
        for (int start = 0; start < Text.Length; start += ChunkLength)
        {
            int count = Math.Min(ChunkLength, Text.Length - start);
            Text.CopyTo(start, chars, 0, count);
            int written = encoder.GetBytes(chars, 0, count, chunk, 0, flush: start + count == Text.Length);
            bytes.Write(chunk, 0, written);
        }

        return bytes.ToArray();
    }
}
