import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const vi: Same<typeof ja> = {
  "clock.slow": "Đồng hồ của điện thoại này chậm khoảng {time}. Giờ trên màn hình này đã được sửa.",
  "clock.fast": "Đồng hồ của điện thoại này nhanh khoảng {time}. Giờ trên màn hình này đã được sửa.",
  "clock.unsure":
    "Không kiểm tra được đồng hồ của điện thoại này nên không hiện thời gian còn lại. Hãy hành động, đừng chờ.",
  "clock.minutes": "{n} phút",
  "clock.hours": "{n} giờ",
  "clock.days": "{n} ngày",
  "vague.worst": "Đây là câu trả lời cho trường hợp nguy hiểm nhất. Hãy chọn chỗ bạn đang đứng.",
  "vague.same": "Ở đâu thì việc cần làm cũng như nhau. Đường đi khác nhau: hãy chọn chỗ bạn đang đứng.",
  "vague.other": "Chọn trên bản đồ hoặc theo tên",
  "outside.away": "Địa phương của bản đồ này cách đây khoảng {distance} về phía {direction}.",
  "outside.still": "Màn hình này vẫn làm được",
  "outside.alerts": "Đọc tin của địa phương này",
  "outside.sites": "Xem nơi lánh nạn của địa phương này",
  "outside.place": "Chọn một chỗ trong địa phương này và tìm đường",
  "pushed.title": "Tin nhận qua thông báo ({time})",
  "pushed.note": "Chưa lấy được nội dung chi tiết, cũng chưa có tin kết thúc. Hãy làm theo tin này.",
  "untrusted.data": "Không xác nhận được dữ liệu này là của địa phương nên không dùng. Hãy thử lại với mạng khác.",
  "layers.old":
    "Bản đồ nguy cơ ({kinds}) đã có bản mới nhưng điện thoại này chưa nhận được. Câu trả lời này theo bản đồ cũ. Hãy ưu tiên thông báo của địa phương.",
};
