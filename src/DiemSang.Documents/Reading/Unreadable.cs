namespace DiemSang.Documents.Reading;

/// <summary>Every reason to refuse a file, each one line that says what to do about it.</summary>
internal static class Unreadable
{
    public static UnreadableDocumentException Empty() => new("Tệp rỗng, không có nội dung nào. Hãy kiểm tra tệp gốc rồi gửi lại.");

    public static UnreadableDocumentException NoText() =>
        new("Tệp mở được nhưng không có chữ nào. Hãy kiểm tra lại tệp, hoặc gửi bản quét rõ hơn.");

    public static UnreadableDocumentException TooLarge(long maxBytes) =>
        new($"Tệp lớn hơn {maxBytes >> 20} MB. Hãy bỏ bớt hình ảnh hoặc tách tệp rồi gửi lại.");

    public static UnreadableDocumentException Program() =>
        new("Đây là tệp chương trình, không phải văn bản. Hãy kiểm tra lại tệp; không mở tệp này trên máy nếu không rõ nguồn gốc.");

    public static UnreadableDocumentException UnknownKind() =>
        new("Không nhận ra loại tệp. Hãy gửi DOCX, XLSX, XLS, CSV, HTML, TXT, PDF hoặc ảnh PNG, JPEG, TIFF.");

    public static UnreadableDocumentException NotWhatItsNameSays(string extension) =>
        new($"Tệp có đuôi {extension} nhưng bên trong không phải loại tệp đó. Hãy mở tệp bằng phần mềm gốc, lưu lại rồi gửi lại; nếu là văn bản thuần, hãy đổi đuôi thành .txt.");

    public static UnreadableDocumentException Archive() => new("Đây là tệp nén. Hãy giải nén và gửi từng văn bản bên trong.");

    public static UnreadableDocumentException Damaged(Exception? inner = null) =>
        new("Tệp bị hỏng hoặc bị cắt giữa chừng. Hãy mở tệp bằng phần mềm gốc, lưu lại rồi gửi lại.", inner);

    public static UnreadableDocumentException Encrypted() =>
        new("Tệp có đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.");

    public static UnreadableDocumentException Macro() =>
        new("Tệp có chứa macro nên không được nhận. Hãy lưu lại thành .docx hoặc .xlsx (không macro) rồi gửi lại.");

    public static UnreadableDocumentException OldWord() =>
        new("Đây là tệp Word đời cũ (.doc). Hãy mở bằng Word hoặc LibreOffice, lưu thành .docx rồi gửi lại.");

    public static UnreadableDocumentException ConvertToDocx(string kind) =>
        new($"Chưa đọc được tệp {kind}. Hãy lưu thành .docx, .xlsx hoặc .pdf rồi gửi lại.");

    public static UnreadableDocumentException ConvertImage(string kind) =>
        new($"Chưa đọc được ảnh {kind}. Hãy đổi sang PNG, JPEG hoặc PDF rồi gửi lại.");

    public static UnreadableDocumentException Bomb() =>
        new("Tệp bung ra quá lớn so với kích thước của nó nên không được đọc. Hãy lưu lại tệp từ phần mềm gốc rồi gửi lại.");

    public static UnreadableDocumentException TooDeep() =>
        new("Tệp có các phần lồng nhau quá sâu nên không được đọc. Hãy lưu lại tệp từ phần mềm gốc rồi gửi lại.");

    public static UnreadableDocumentException TooManyCells(int max) =>
        new($"Bảng trong tệp có hơn {max} ô. Hãy xóa các dòng, cột trống hoặc tách tệp rồi gửi lại.");

    public static UnreadableDocumentException TooMuchText() => new("Tệp có quá nhiều chữ. Hãy tách tệp rồi gửi lại.");

    public static UnreadableDocumentException TooManyPages(int pages, int max) =>
        new($"Tệp có {pages} trang, nhiều hơn mức {max} trang được đọc. Hãy chỉ gửi các trang của kế hoạch.");

    public static UnreadableDocumentException PageTooBig(int page) =>
        new($"Trang {page} có kích thước ảnh quá lớn. Hãy quét lại ở 200–300 dpi rồi gửi lại.");

    public static UnreadableDocumentException TooSlow(TimeSpan limit) =>
        new($"Đọc tệp quá {Math.Max(1, (int)limit.TotalSeconds)} giây nên đã dừng. Hãy gửi tệp nhỏ hơn hoặc bản DOCX.");

    public static UnreadableDocumentException HelperMissing(string program, string package) =>
        new($"Máy chủ chưa cài {program} nên chưa đọc được tệp này. Hãy báo quản trị cài gói {package}, hoặc gửi bản DOCX.");
}
