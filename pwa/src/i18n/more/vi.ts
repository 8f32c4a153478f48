import type { Same } from "../messages.ts";
import type { ja } from "./ja.ts";

export const vi: Same<typeof ja> = {
  "place.title": "Chọn một nơi gần đây",
  "place.near": "Nơi lánh nạn gần bạn",
  "place.choose": "Hãy chọn",
  "place.label": "gần {name}",
  "place.coordinates": "hoặc kinh độ, vĩ độ",
  "place.example": "ví dụ 133.612, 33.508",
  "place.invalid": "Hãy nhập kinh độ, vĩ độ bằng số, ví dụ 133.612, 33.508",
  "place.use": "Tìm đường từ đây",

  "exposure.title": "Nguy hiểm trên đường",
  "exposure.dry": "Ngoài vùng nguy hiểm",
  "exposure.road": "Ngập {words}",
  "exposure.zone_yellow": "Vùng cảnh giới",
  "exposure.zone_red": "Vùng cảnh giới đặc biệt",
  "exposure.upTo": "đến {depth} m",
  "exposure.from": "từ {depth} m",
  "exposure.scenario": "Chiều dài tính theo bản đồ: {zone}",
  "exposure.noLayer": "Khu vực này không có bản đồ nguy hiểm về: {hazard}. Mọi con đường đều chưa khảo sát.",

  "map.labelRoute": "Bản đồ đường đến {site}. Nội dung cũng được viết bằng chữ.",
  "map.labelPick": "Bản đồ. Di chuyển bằng phím mũi tên; Enter lấy điểm giữa làm vị trí của bạn.",
  "map.loading": "Đang đọc bản đồ",
  "map.none": "Máy này không hiện được bản đồ. Vẫn dùng được hướng dẫn bằng chữ.",
  "map.failed": "Không đọc được bản đồ. Vẫn dùng được hướng dẫn bằng chữ.",
  "map.zoomIn": "Phóng to bản đồ",
  "map.zoomOut": "Thu nhỏ bản đồ",
  "map.north": "Phía trên là hướng bắc",
  "map.legend": "Chú thích",
  "map.route": "Đường đi",
  "map.fit": "Nơi lánh nạn dùng được",
  "map.unfit": "Nơi không dùng được cho thiên tai này",
  "map.scenario": "Màu: {zone} (dự kiến). {sources}",
  "map.noLayer": "Không có bản đồ nguy hiểm về: {hazard}.",

  "credits.label": "Nguồn dữ liệu: {credits}",
};
