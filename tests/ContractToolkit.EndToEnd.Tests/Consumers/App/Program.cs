using Consumer;

Shop.Order order = new() { Id = 7, Items = [] };
Console.WriteLine(Orders.IdOf(System.Text.Json.JsonSerializer.Serialize(order)));
return 0;
