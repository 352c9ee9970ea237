export interface User {
  readonly id: string;
  readonly name: string;
  readonly passwordHash: string;
}

export interface UserRepository {
  findByName(name: string): Promise<User | undefined>;
}
