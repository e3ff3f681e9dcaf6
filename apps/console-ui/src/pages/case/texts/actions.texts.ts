/** What an operator can do to a case. */
export const vi = {
  change: 'Nội dung cải chính',
  field: 'Nội dung',
  value: 'Giá trị mới',
  present: 'Hiện tại: {{value}}',
  add: 'Thêm nội dung',
  remove: 'Bỏ nội dung này',
  stop: {
    title: 'Dừng xử lý hồ sơ',
    what: 'Các cơ quan chưa có kết quả sẽ được lệnh dừng. Hồ sơ kết thúc ở trạng thái “Đã dừng”, không tiếp tục lại được.',
  },
  withdraw: {
    title: 'Rút hồ sơ theo yêu cầu của người dân',
    what: 'Các cơ quan chưa có kết quả sẽ được lệnh dừng. Kết quả đã cấp vẫn có giá trị.',
  },
  correct: {
    title: 'Cải chính giấy tờ đã cấp',
    what: 'Cơ quan hộ tịch cải chính giấy tờ, sau đó các cơ quan đã cấp kết quả cập nhật theo.',
  },
  cancel: {
    title: 'Hủy việc đăng ký và thu hồi kết quả',
    what: 'Mọi kết quả đã cấp của hồ sơ này bị thu hồi theo thứ tự ngược lại. Không hoàn tác được.',
  },
} as const;

export const en = {
  change: 'Corrections',
  field: 'Field',
  value: 'New value',
  present: 'At present: {{value}}',
  add: 'Add a field',
  remove: 'Take this field out',
  stop: {
    title: 'Stop the case',
    what: 'Agencies without a result are told to stop. The case ends as “Stopped” and cannot be taken up again.',
  },
  withdraw: {
    title: 'Withdraw at the request of the applicant',
    what: 'Agencies without a result are told to stop. Results that were issued stay valid.',
  },
  correct: {
    title: 'Correct what was issued',
    what: 'The civil registry corrects its certificate; then every agency that issued a result brings its record in line.',
  },
  cancel: {
    title: 'Cancel the registration and revoke results',
    what: 'Every result of this case is revoked, last first. This cannot be undone.',
  },
} as const;
