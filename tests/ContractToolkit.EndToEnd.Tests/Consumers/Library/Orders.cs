namespace Consumer
{
    public static class Orders
    {
        public static long IdOf(string json)
        {
            return System.Text.Json.JsonSerializer.Deserialize<Shop.Order>(json).Id;
        }
    }
}
