using Encoding = System.Text.Encoding;

namespace ContractToolkit.Validation.Tests;

public sealed class PackedBytesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("#/components/schemas/Pet#/components/schemas/Pets#/components/schemas/PetsPet")]
    public void What_is_packed_comes_back(string text) =>
        Assert.Equal(text, Encoding.UTF8.GetString(PackedBytes.Unpack(PackedBytes.Pack(Encoding.UTF8.GetBytes(text)))));

    [Fact]
    public void Random_texts_of_few_letters_come_back()
    {
        Random random = new(3);
        for (int round = 0; round < 300; round++)
        {
            byte[] text = new byte[random.Next(3_000)];
            int letters = random.Next(1, 256);
            for (int i = 0; i < text.Length; i++) text[i] = (byte)random.Next(letters);
            Assert.Equal(text, PackedBytes.Unpack(PackedBytes.Pack(text)));
        }
    }

    [Fact]
    public void What_repeats_is_said_once()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 1_000).Select(i => $"#/components/schemas/Pet/properties/p{i}")));
        Assert.InRange(PackedBytes.Pack(text).Length, 1_000, text.Length / 4);
    }

    [Fact]
    public void Damage_ends_in_a_format_exception_or_other_bytes_but_never_elsewhere()
    {
        Random random = new(4);
        byte[] packed = PackedBytes.Pack(Encoding.UTF8.GetBytes("abcabcabcabcabc xyzxyzxyzxyz #/a/b #/a/c #/a/d"));
        for (int round = 0; round < 2_000; round++)
        {
            byte[] damaged = TextDamage.Change(packed, random);
            try
            {
                PackedBytes.Unpack(damaged);
            }
            catch (FormatException)
            {
                // What it is for.
            }
        }

        Assert.Throws<FormatException>(() => PackedBytes.Unpack([0xFF, 0xFF, 0xFF, 0x7F, 0]));
        Assert.Throws<FormatException>(() => PackedBytes.Unpack([]));
    }
}
