using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Infrastructure.Errors;

/// <summary>A failed request in the words of the person who made it.</summary>
public sealed record Problem(string Title, string WhatToDo)
{
    public static Problem For(int status) => status switch
    {
        400 => new(Key("Yêu cầu không hợp lệ"), Key("Trang có thể đã mở quá lâu. Quay lại, tải lại trang rồi làm lại; nội dung chưa được lưu.")),
        403 => new(Key("Bạn không có quyền mở trang này"), Key("Nếu công việc của bạn cần trang này, đề nghị người quản trị của cơ quan giao quyền.")),
        404 => new(Key("Không tìm thấy trang"), Key("Kiểm tra lại địa chỉ. Nội dung có thể đã được chuyển đi, hoặc không thuộc phạm vi của bạn.")),
        405 => new(Key("Không làm được việc này tại địa chỉ này"), Key("Quay lại trang trước và dùng nút trên trang.")),
        409 => new(Key("Người khác vừa sửa nội dung này"), Key("Thay đổi của bạn chưa được lưu. Mở lại trang để xem bản mới nhất rồi sửa tiếp.")),
        413 => new(Key("Tệp hoặc nội dung gửi lên quá lớn"), Key("Gửi tệp nhỏ hơn, hoặc chia thành nhiều tệp. Giới hạn được ghi cạnh ô chọn tệp.")),
        429 => new(Key("Bạn thao tác quá nhanh"), Key("Chờ một phút rồi thử lại.")),
        503 => new(Key("Hệ thống đang bận"), Key("Chờ vài phút rồi thử lại. Nội dung đã lưu không bị mất.")),
        _ => new(Key("Hệ thống gặp lỗi"), Key("Việc vừa làm có thể chưa được lưu. Thử lại sau ít phút; nếu vẫn lỗi, báo người quản trị kèm mã dưới đây.")),
    };
}
