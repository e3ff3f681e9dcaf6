export const vi = {
  title: 'Đăng nhập',
  key: {
    intro: 'Dán khóa truy cập do người quản trị hệ thống cấp cho bạn.',
    label: 'Khóa truy cập',
    hint: 'Khóa chỉ được giữ trong thẻ trình duyệt này và mất đi khi đóng thẻ.',
    submit: 'Đăng nhập',
    wrong: 'Khóa không đúng hoặc đã bị thu hồi. Kiểm tra lại khóa, hoặc xin người quản trị cấp khóa mới.',
    nothing: 'Khóa đúng, nhưng vai trò của khóa không được dùng bàn điều hành.',
  },
  oidc: {
    intro: 'Bàn điều hành dùng tài khoản của cơ quan. Bạn sẽ được chuyển đến trang đăng nhập của {{issuer}}.',
    submit: 'Đăng nhập bằng tài khoản cơ quan',
    finishing: 'Đang hoàn tất đăng nhập…',
    failed: 'Đăng nhập không thành công',
    again: 'Thử đăng nhập lại',
  },
  signOut: {
    doing: 'Đang đăng xuất…',
    done: 'Bạn đã đăng xuất.',
  },
  back: 'Đăng nhập để tiếp tục trang bạn đang mở.',
} as const;

export const en = {
  title: 'Sign in',
  key: {
    intro: 'Paste the access key that the administrator of the system gave you.',
    label: 'Access key',
    hint: 'The key stays in this browser tab only and is gone when the tab is closed.',
    submit: 'Sign in',
    wrong: 'The key is wrong or has been revoked. Check it, or ask the administrator for a new one.',
    nothing: 'The key is right, but its role may not use the console.',
  },
  oidc: {
    intro:
      'The console uses the accounts of your organisation. You will be taken to the sign-in page of {{issuer}}.',
    submit: 'Sign in with your organisation’s account',
    finishing: 'Completing the sign-in…',
    failed: 'The sign-in did not succeed',
    again: 'Sign in again',
  },
  signOut: {
    doing: 'Signing out…',
    done: 'You have signed out.',
  },
  back: 'Sign in to go on where you were.',
} as const;
